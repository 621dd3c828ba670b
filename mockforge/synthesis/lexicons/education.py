"""Learning: courses, lessons, students."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "education",
    """education school university college course courses student students teacher class
    lesson lessons quiz exam grade grades enrollment learning curriculum training
    tutorial certificate""",
    kinds={
        "course": {
            "name": bars("""Introduction to Statistics|Modern European History|
                Web Development from Scratch|Creative Writing|Organic Chemistry I|
                Data Analysis with Python|Spanish for Beginners|Principles of Design|
                Linear Algebra|Public Speaking|Environmental Economics|Music Theory"""),
            "description": lines("""
                Starts from zero and ends with a project of your own.
                Weekly readings, small groups and two short exams.
                Hands-on from the first session; no experience needed.
                Builds a solid base in the subject, with exercises from real work.
            """),
            "category": bars("Science|Languages|Technology|Arts|Business|Mathematics"),
            "severity": bars("beginner|intermediate|advanced"),
            "tier": bars("beginner|intermediate|advanced"),
            "type": bars("online|on_campus|hybrid"),
            "status": bars("open|open|in_progress|full|archived"),
            "tags": bars(
                "beginner-friendly|certificate|self-paced|project-based|evening"
            ),
        },
        "lesson": {
            "name": bars("""Getting Started|Reading the Data|Functions and Graphs|
                Asking Good Questions|The First Draft|Review and Practice|
                Working with Sources|Final Project"""),
            "type": bars("video|reading|exercise|quiz"),
            "status": bars("not_started|in_progress|completed"),
            "description": lines("""
                A short video and three exercises.
                We go through the main idea step by step.
            """),
        },
        "student": {
            "status": bars("enrolled|enrolled|enrolled|graduated|on_leave"),
            "category": bars("Biology|Computer Science|History|Economics|Physics"),
            "type": bars("full_time|part_time|exchange"),
        },
        "enrollment": {"status": bars("active|active|completed|withdrawn")},
        "quiz": {
            "name": bars("Chapter {digit} Check|Midterm Practice|Vocabulary {digit}"),
            "question": lines("""
                Which of these is a renewable source of energy?
                What does the median describe?
                In which year did the expedition return?
                Which sentence is in the passive voice?
            """),
        },
        "assignment": {
            "name": bars("""Essay: {topic}|Problem Set {digit}|Lab Report {digit}|
                Group Presentation|Reading Journal"""),
            "status": bars("assigned|submitted|graded|late"),
        },
        "school": {
            "name": bars("{city} High School|{lastname} Academy|{city} College")
        },
    },
    texts={
        "department": bars("Mathematics|History|Biology|Languages|Computer Science"),
        "review": lines("""
            Clear explanations and fair exams.
            A lot of work, but worth it.
            The exercises helped more than the videos.
            Best course I took this year.
        """),
        "tier": bars("beginner|intermediate|advanced"),
        "role": bars("student|teacher|assistant|admin"),
    },
    slots={
        "topic": bars("critical reading|statistics|climate history|study skills"),
        "audience": bars("students|teachers|lifelong learners"),
        "offering": bars("online courses|tutoring|language classes"),
    },
)
