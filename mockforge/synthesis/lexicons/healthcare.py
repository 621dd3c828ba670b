"""Health: patients, appointments, prescriptions."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "healthcare",
    """health healthcare medical medicine hospital clinic patient patients doctor nurse
    appointment appointments prescription prescriptions diagnosis treatment pharmacy
    dental therapy vitals lab clinical""",
    kinds={
        "patient": {
            "status": bars("active|active|active|discharged|admitted"),
            "type": bars("outpatient|outpatient|inpatient"),
            "conditions": bars("""hypertension|asthma|type 2 diabetes|migraine|
                osteoarthritis|hypothyroidism|seasonal allergies"""),
            "condition": bars("""hypertension|asthma|type 2 diabetes|migraine|
                osteoarthritis|hypothyroidism"""),
            "company": bars("BlueShield Care|MediPlus|National Health Fund|CarePoint"),
        },
        "doctor": {
            "category": bars("""Cardiology|Dermatology|Pediatrics|Neurology|Orthopedics|
                General Practice|Radiology|Psychiatry"""),
            "job": bars("""Cardiologist|Pediatrician|General Practitioner|Surgeon|
                Neurologist|Dermatologist"""),
            "bio": lines("""
                Practises in {city} with a focus on preventive care.
                Trained in {city}; interested in long-term conditions and patient
                  education.
            """),
        },
        "appointment": {
            "name": bars("""Annual check-up|Follow-up visit|Blood test|Vaccination|
                Physiotherapy session|Dental cleaning|Skin examination"""),
            "status": bars("scheduled|confirmed|completed|completed|cancelled|no_show"),
            "type": bars("check_up|follow_up|consultation|vaccination|telehealth"),
            "reason": lines("""
                Persistent lower back pain
                Annual check-up
                Follow-up after surgery
                Renewal of prescription
                Sore throat and mild fever
                Review of blood results
                Recurring headaches
            """),
            "note": lines("""
                Bring the last blood results.
                Fasting required from midnight.
                Patient asked for a morning slot.
                Blood pressure to be checked again in two weeks.
            """),
        },
        "prescription": {
            "name": bars("""Metformin|Lisinopril|Amoxicillin|Atorvastatin|Omeprazole|
                Salbutamol|Levothyroxine|Ibuprofen|Sertraline"""),
            "status": bars("active|active|completed|expired|cancelled"),
            "note": lines("""
                Take with food.
                One tablet in the morning with a glass of water.
                Do not stop without talking to your doctor.
                Use as needed, at most four times a day.
            """),
            "dosage": bars("500 mg|10 mg|20 mg|250 mg|5 mg|100 mcg"),
            "frequency": bars(
                "once daily|twice daily|every 8 hours|as needed|at bedtime"
            ),
            "type": bars("tablet|capsule|inhaler|syrup|injection"),
        },
        "diagnosis": {
            "name": bars("""Essential hypertension|Type 2 diabetes mellitus|
                Acute bronchitis|Migraine without aura|Iron deficiency anaemia|
                Seasonal allergic rhinitis|Lumbar strain"""),
            "code": bars("I10|E11.9|J20.9|G43.0|D50.9|J30.2|S39.0"),
        },
        "test": {
            "name": bars("""Complete blood count|Lipid panel|HbA1c|Thyroid function|
                Liver panel|Vitamin D|Urinalysis"""),
            "status": bars("ordered|collected|final|final"),
            "type": bars("blood|urine|imaging"),
        },
        "ward": {
            "name": bars("Cardiology|Maternity|Intensive Care|Paediatrics|Surgery")
        },
    },
    texts={
        "department": bars(
            "Cardiology|Emergency|Radiology|Pediatrics|Oncology|Surgery"
        ),
        "category": bars("Cardiology|Dermatology|Pediatrics|General Practice"),
        "severity": bars("mild|moderate|severe"),
        "message": lines("""
            Your appointment on {day} is confirmed.
            Your lab results are ready.
            Please arrive ten minutes early on {day}.
            Time to renew your prescription.
        """),
        "note": lines("""
            Patient reports sleeping better.
            No known allergies.
            Blood pressure slightly raised, repeat on {day}.
            Recovering well; stitches out next week.
        """),
        "description": lines("""
            Patient presented with mild symptoms; rest and fluids advised.
            Routine visit without complications.
            Symptoms improved since the last visit; treatment continues.
        """),
        "symptoms": bars("headache|fatigue|cough|fever|dizziness|joint pain|nausea"),
        "gender": bars("female|male"),
    },
    slots={
        "topic": bars("preventive care|vaccination|recovery at home|heart health"),
        "audience": bars("families|older patients|clinics|care teams"),
        "offering": bars("primary care|diagnostics|rehabilitation|telehealth"),
    },
)
