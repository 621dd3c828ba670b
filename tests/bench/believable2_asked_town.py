"""Endpoints of towns, clinics and power, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /patients/{patientId}/immunizations
    response:
      mode: intelligent
      prompt: vaccinations of a child
      count: 5
      schema:
        type: object
        required: [id, patientId, vaccine, manufacturer, lotNumber, doseNumber,
          seriesDoses, site, route, administeredOn, administeredBy, nextDueOn]
        properties:
          id: {type: string}
          patientId: {type: string}
          vaccine: {type: string}
          manufacturer: {type: string}
          lotNumber: {type: string}
          doseNumber: {type: integer}
          seriesDoses: {type: integer}
          site: {type: string}
          route: {type: string}
          administeredOn: {type: string, format: date}
          administeredBy: {type: string}
          nextDueOn: {type: [string, "null"], format: date}

  - path: /municipalities/{code}/population
    response:
      mode: intelligent
      count: 6
      prompt: population of a town by year, oldest first
      schema:
        type: object
        required: [code, year, population, births, deaths, netMigration, growthRate]
        properties:
          code: {type: string}
          year: {type: integer}
          population: {type: integer}
          births: {type: integer}
          deaths: {type: integer}
          netMigration: {type: integer}
          growthRate: {type: number, description: percent against the year before}

  - path: /v1/products/{product}/electricity-tariffs/{tariff}/standard-unit-rates
    response:
      mode: intelligent
      prompt: half-hourly electricity prices in pence per kWh, with 5 % VAT
      schema:
        type: object
        required: [count, results]
        properties:
          count: {type: integer}
          results:
            type: array
            minItems: 8
            items:
              type: object
              required: [value_exc_vat, value_inc_vat, valid_from, valid_to]
              properties:
                value_exc_vat: {type: number}
                value_inc_vat: {type: number}
                valid_from: {type: string, format: date-time}
                valid_to: {type: string, format: date-time}

  - path: /solar/systems/{systemId}/production
    response:
      mode: intelligent
      prompt: hourly production of a roof-top solar system
      count: 24
      schema:
        type: object
        required: [systemId, timestamp, powerW, energyWh, irradianceWm2, panelTempC]
        properties:
          systemId: {type: string}
          timestamp: {type: string, format: date-time}
          powerW: {type: integer}
          energyWh: {type: integer}
          irradianceWm2: {type: number}
          panelTempC: {type: number}

  - path: /tenders
    response:
      mode: intelligent
      prompt: public procurement tenders in Poland
      count: 5
      schema:
        type: object
        required: [reference, title, buyer, cpvCode, procedure, estimatedValue,
          currency, status, publishedOn, deadline]
        properties:
          reference: {type: string}
          title: {type: string}
          buyer:
            type: object
            required: [name, city, country]
            properties:
              name: {type: string}
              city: {type: string}
              country: {type: string}
          cpvCode: {type: string, description: "code of the Common Procurement
            Vocabulary, eight digits and a check digit", example: 45233140-2}
          procedure: {type: string}
          estimatedValue: {type: number}
          currency: {type: string}
          status: {type: string, enum: [open, closed, awarded, cancelled]}
          publishedOn: {type: string, format: date}
          deadline: {type: string, format: date}

  - path: /waste/collections
    response:
      mode: intelligent
      count: 5
      prompt: next collections of household waste
      schema:
        type: object
        required: [postcode, date, weekday, wasteType, binColour, status]
        properties:
          postcode: {type: string}
          date: {type: string, format: date}
          weekday: {type: string}
          wasteType: {type: string}
          binColour: {type: string}
          status: {type: string}

  - path: /food-inspections
    response: {mode: intelligent, prompt: food inspections, count: 5}

  - path: /schools/{schoolId}/students
    response: {mode: intelligent, prompt: students of a school, count: 6}

  - path: /doctors/{doctorId}/slots
    response: {mode: intelligent, count: 6, prompt: free appointments at a dentist}

  - path: /lost-and-found
    response: {mode: intelligent, count: 5, prompt: things found on trains}

  - path: /volunteers
    response: {mode: intelligent, count: 5, prompt: volunteers of a fire brigade}
"""
