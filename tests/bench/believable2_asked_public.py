"""Endpoints of health, schools and offices, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /fhir/Patient/{id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [resourceType, id, meta, identifier, active, name, telecom, gender,
          birthDate, address, maritalStatus]
        properties:
          resourceType: {type: string, enum: [Patient]}
          id: {type: string}
          active: {type: boolean}
          gender: {type: string, enum: [male, female, other, unknown]}
          birthDate: {type: string, format: date}
          meta:
            type: object
            required: [versionId, lastUpdated]
            properties:
              versionId: {type: string}
              lastUpdated: {type: string, format: date-time}
          identifier:
            type: array
            minItems: 1
            maxItems: 2
            items:
              type: object
              required: [use, system, value]
              properties:
                use: {type: string, enum: [usual, official, secondary]}
                system: {type: string, format: uri}
                value: {type: string}
          name:
            type: array
            minItems: 1
            maxItems: 1
            items:
              type: object
              required: [use, family, given]
              properties:
                use: {type: string, enum: [official]}
                family: {type: string}
                given: {type: array, minItems: 1, maxItems: 2, items: {type: string}}
          telecom:
            type: array
            minItems: 2
            maxItems: 3
            items:
              type: object
              required: [system, value, use]
              properties:
                system: {type: string, enum: [phone, email]}
                value: {type: string}
                use: {type: string, enum: [home, work, mobile]}
          address:
            type: array
            minItems: 1
            maxItems: 1
            items:
              type: object
              required: [use, line, city, postalCode, country]
              properties:
                use: {type: string, enum: [home]}
                line: {type: array, minItems: 1, maxItems: 1, items: {type: string}}
                city: {type: string}
                postalCode: {type: string}
                country: {type: string}
          maritalStatus:
            type: object
            required: [coding, text]
            properties:
              text: {type: string}
              coding:
                type: array
                minItems: 1
                maxItems: 1
                items:
                  type: object
                  required: [system, code, display]
                  properties:
                    system: {type: string, example:
                      "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus"}
                    code: {type: string, example: M}
                    display: {type: string, example: Married}

  - path: /fhir/Observation
    response:
      mode: intelligent
      prompt: systolic blood pressure of a patient
      schema:
        type: object
        required: [resourceType, type, total, entry]
        properties:
          resourceType: {type: string, enum: [Bundle]}
          type: {type: string, enum: [searchset]}
          total: {type: integer}
          entry:
            type: array
            minItems: 4
            items:
              type: object
              required: [fullUrl, resource]
              properties:
                fullUrl: {type: string, format: uri}
                resource:
                  type: object
                  required: [resourceType, id, status, code, subject,
                    effectiveDateTime, valueQuantity]
                  properties:
                    resourceType: {type: string, enum: [Observation]}
                    id: {type: string}
                    status: {type: string, enum: [final, preliminary, amended]}
                    code:
                      type: object
                      required: [system, code, display]
                      properties:
                        system: {type: string, example: "http://loinc.org"}
                        code: {type: string}
                        display: {type: string}
                    subject:
                      type: object
                      required: [reference]
                      properties: {reference: {type: string, example: Patient/123}}
                    effectiveDateTime: {type: string, format: date-time}
                    valueQuantity:
                      type: object
                      required: [value, unit, system, code]
                      properties:
                        value: {type: number}
                        unit: {type: string}
                        system: {type: string, example:
                          "http://unitsofmeasure.org"}
                        code: {type: string}

  - path: /vehicle-enquiry/v1/vehicles
    method: POST
    response:
      mode: intelligent
      prompt: a car registered in the United Kingdom
      schema:
        type: object
        required: [registrationNumber, make, colour, fuelType, engineCapacity,
          co2Emissions, yearOfManufacture, monthOfFirstRegistration, taxStatus,
          taxDueDate, motStatus, motExpiryDate, dateOfLastV5CIssued, markedForExport]
        properties:
          registrationNumber: {type: string}
          make: {type: string, example: ROVER}
          colour: {type: string}
          fuelType: {type: string, enum: [PETROL, DIESEL, ELECTRICITY, HYBRID ELECTRIC]}
          engineCapacity: {type: integer, description: in cubic centimetres}
          co2Emissions: {type: integer, description: in grams per kilometre}
          yearOfManufacture: {type: integer}
          monthOfFirstRegistration: {type: string, pattern: "^\\\\d{4}-\\\\d{2}$"}
          taxStatus: {type: string, enum: [Taxed, Untaxed, SORN]}
          taxDueDate: {type: string, format: date}
          motStatus: {type: string, enum: [Valid, Not valid]}
          motExpiryDate: {type: string, format: date}
          dateOfLastV5CIssued: {type: string, format: date}
          markedForExport: {type: boolean}

  - path: /tax/returns/{year}
    response:
      mode: intelligent
      prompt: income tax return of a citizen
      schema:
        type: object
        required: [taxYear, taxpayerId, filedAt, status, income, deductions,
          taxableIncome, taxDue, taxWithheld, balance, currency]
        properties:
          taxYear: {type: integer}
          taxpayerId: {type: string}
          status: {type: string, enum: [filed, assessed, paid, refunded]}
          filedAt: {type: string, format: date-time}
          currency: {type: string}
          income:
            type: object
            required: [employment, interest, dividends, rental, total]
            properties:
              employment: {type: number}
              interest: {type: number}
              dividends: {type: number}
              rental: {type: number}
              total: {type: number}
          deductions: {type: number}
          taxableIncome: {type: number}
          taxDue: {type: number}
          taxWithheld: {type: number}
          balance: {type: number, description: tax due less tax withheld}

  - path: /schools/{schoolId}/classes/{classId}/timetable
    response:
      mode: intelligent
      prompt: timetable of a school class
      count: 8
      schema:
        type: object
        required: [day, period, startTime, endTime, subject, teacher, room]
        properties:
          day: {type: string}
          period: {type: integer}
          startTime: {type: string, example: "08:15"}
          endTime: {type: string, example: "09:00"}
          subject: {type: string}
          teacher: {type: string}
          room: {type: string}

  - path: /parliament/bills/{billId}
    response:
      mode: intelligent
      prompt: a bill in a parliament
      schema:
        type: object
        required: [billId, title, summary, status, sponsor, introducedOn, stages, vote]
        properties:
          billId: {type: string}
          title: {type: string}
          summary: {type: string}
          status: {type: string, enum: [introduced, in_committee, passed, rejected]}
          introducedOn: {type: string, format: date}
          sponsor:
            type: object
            required: [name, party]
            properties: {name: {type: string}, party: {type: string}}
          stages:
            type: array
            minItems: 2
            maxItems: 4
            items:
              type: object
              required: [stage, date]
              properties: {stage: {type: string}, date: {type: string, format: date}}
          vote:
            type: object
            required: [yes, no, abstentions, total, result]
            properties:
              yes: {type: integer}
              no: {type: integer}
              abstentions: {type: integer}
              total: {type: integer}
              result: {type: string, enum: [passed, rejected]}
"""
