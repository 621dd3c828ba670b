"""Endpoints about health, food, work and school, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /patients/{patientId}/vitals
    response:
      mode: intelligent
      count: 6
      schema:
        type: object
        required: [patient_id, taken_at, body_temp_c, heart_rate_bpm, systolic_mmhg,
          diastolic_mmhg, spo2_pct, respiratory_rate, weight_kg, height_cm, bmi]
        properties:
          id: {type: string, format: uuid}
          patient_id: {type: string}
          taken_at: {type: string, format: date-time}
          body_temp_c: {type: number}
          heart_rate_bpm: {type: integer}
          systolic_mmhg: {type: integer}
          diastolic_mmhg: {type: integer}
          spo2_pct: {type: integer}
          respiratory_rate: {type: integer}
          blood_glucose_mgdl: {type: number}
          weight_kg: {type: number}
          height_cm: {type: number}
          bmi: {type: number}
          pain_score: {type: integer}

  - path: /patients/{id}/appointments
    response: {mode: intelligent, prompt: appointments of a patient, count: 5}

  - path: /lab-results
    response:
      mode: intelligent
      prompt: Blood test results from a laboratory
      count: 6
      schema:
        type: object
        required: [id, test_name, value, unit, reference_low, reference_high, flag,
          collected_at, reported_at]
        properties:
          id: {type: string}
          test_name: {type: string}
          value: {type: number}
          unit: {type: string}
          reference_low: {type: number}
          reference_high: {type: number}
          flag: {type: string, enum: [L, N, H]}
          collected_at: {type: string, format: date-time}
          reported_at: {type: string, format: date-time}

  - path: /prescriptions/:id
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, patient, prescriber, medication, dosage, frequency, quantity,
          refillsAllowed, refillsRemaining, issuedAt, expiresAt, status]
        properties:
          id: {type: string}
          patient:
            type: object
            required: [fullName, dateOfBirth, age, sex]
            properties:
              fullName: {type: string}
              dateOfBirth: {type: string, format: date}
              age: {type: integer}
              sex: {type: string, enum: [female, male]}
          prescriber: {type: string}
          medication: {type: string}
          dosage: {type: string, example: 500 mg}
          frequency: {type: string, example: twice daily}
          quantity: {type: integer}
          refillsAllowed: {type: integer}
          refillsRemaining: {type: integer}
          issuedAt: {type: string, format: date}
          expiresAt: {type: string, format: date}
          status: {enum: [active, expired, cancelled]}

  - path: /vet/pets
    response: {mode: intelligent, prompt: Pets of a veterinary clinic, count: 6}

  - path: /users/{username}/workouts
    response:
      mode: intelligent
      prompt: Runs and rides of an athlete
      count: 6
      schema:
        type: object
        required: [id, username, activityType, startTime, durationSec, distanceKm,
          avgHeartRate, maxHeartRate, caloriesKcal, elevationGainM]
        properties:
          id: {type: integer}
          username: {type: string}
          activityType: {type: string, enum: [run, ride]}
          startTime: {type: string, format: date-time}
          durationSec: {type: integer}
          distanceKm: {type: number}
          avgSpeedKmh: {type: number}
          avgHeartRate: {type: integer}
          maxHeartRate: {type: integer}
          caloriesKcal: {type: integer}
          elevationGainM: {type: integer}

  - path: /recipes/{slug}
    response:
      mode: intelligent
      schema:
        type: object
        required: [slug, title, cuisine, servings, prepTimeMinutes, cookTimeMinutes,
          totalTimeMinutes, difficulty, ingredients, steps, nutrition]
        properties:
          slug: {type: string}
          title: {type: string}
          cuisine: {type: string}
          servings: {type: integer}
          prepTimeMinutes: {type: integer}
          cookTimeMinutes: {type: integer}
          totalTimeMinutes: {type: integer}
          difficulty: {enum: [easy, medium, hard]}
          ingredients:
            type: array
            minItems: 4
            items:
              type: object
              required: [name, amount, unit]
              properties:
                name: {type: string}
                amount: {type: number}
                unit: {type: string}
          steps: {type: array, minItems: 3, items: {type: string}}
          nutrition:
            type: object
            required: [calories, proteinG, fatG, carbsG]
            properties:
              calories: {type: integer}
              proteinG: {type: number}
              fatG: {type: number}
              carbsG: {type: number}
              sodiumMg: {type: number}
          ovenTempC: {type: integer}

  - path: /restaurants/{id}/menu
    response: {mode: intelligent, prompt: The menu of an Italian restaurant, count: 8}

  - path: /restaurant/reservations
    method: POST
    response:
      mode: intelligent
      status: 201
      schema:
        type: object
        required: [id, guestName, partySize, date, time, status, confirmationCode,
          createdAt]
        properties:
          id: {type: integer}
          guestName: {type: string}
          phone: {type: string}
          partySize: {type: integer}
          date: {type: string, format: date}
          time: {type: string}
          table: {type: string}
          status: {type: string, enum: [confirmed, waitlisted, cancelled]}
          specialRequests: {type: string}
          confirmationCode: {type: string}
          createdAt: {type: string, format: date-time}

  - path: /hr/employees
    response:
      mode: intelligent
      prompt: Employees of a Swedish software company
      count: 8
      schema:
        type: object
        required: [employeeNumber, firstName, lastName, workEmail, jobTitle, department,
          hireDate, birthDate, salary, currency, isActive, terminationDate]
        properties:
          employeeNumber: {type: string}
          firstName: {type: string}
          lastName: {type: string}
          workEmail: {type: string}
          phone: {type: string}
          jobTitle: {type: string}
          department: {type: string}
          hireDate: {type: string, format: date}
          birthDate: {type: string, format: date}
          yearsOfService: {type: integer}
          salary: {type: number}
          currency: {type: string}
          isActive: {type: boolean}
          terminationDate: {type: [string, "null"], format: date}

  - path: /jobs/{jobId}/candidates
    response: {mode: intelligent, prompt: Candidates for a backend developer, count: 5}

  - path: /students/{studentId}/grades
    response:
      mode: intelligent
      prompt: Grades of a student at a university
      count: 6
      schema:
        type: object
        required: [student_id, course_code, course_name, credits, score, letter_grade,
          term]
        properties:
          student_id: {type: string}
          course_code: {type: string}
          course_name: {type: string}
          instructor: {type: string}
          credits: {type: integer}
          score: {type: number, minimum: 0, maximum: 100}
          letter_grade: {type: string, enum: [A, B, C, D, F]}
          term: {type: string, example: Fall 2024}

  - path: /courses
    response: {mode: intelligent, prompt: Online courses on data science, count: 6}
"""
