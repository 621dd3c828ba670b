"""Endpoints of machines and homes that are connected, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /thermostats/{deviceId}
    response:
      mode: intelligent
      schema:
        type: object
        required: [deviceId, name, room, online, mode, hvacStatus,
          ambientTemperatureC, heatSetpointC, coolSetpointC, humidityPercent, fanOn,
          firmwareVersion, wifiSignalDbm, serialNumber, lastSeenAt]
        properties:
          deviceId: {type: string}
          name: {type: string}
          room: {type: string}
          online: {type: boolean}
          mode: {type: string, enum: [heat, cool, heatcool, "off"]}
          hvacStatus: {type: string, enum: [heating, cooling, idle]}
          ambientTemperatureC: {type: number}
          heatSetpointC: {type: number}
          coolSetpointC: {type: number}
          humidityPercent: {type: integer}
          fanOn: {type: boolean}
          firmwareVersion: {type: string}
          wifiSignalDbm: {type: integer}
          serialNumber: {type: string}
          lastSeenAt: {type: string, format: date-time}

  - path: /lines/{lineId}/oee
    response:
      mode: intelligent
      prompt: overall equipment effectiveness of a production line by shift
      count: 4
      schema:
        type: object
        required: [lineId, shiftStart, plannedMinutes, runMinutes, downtimeMinutes,
          totalPieces, goodPieces, scrapPieces, availability, performance, quality, oee]
        properties:
          lineId: {type: string}
          shiftStart: {type: string, format: date-time}
          plannedMinutes: {type: integer}
          runMinutes: {type: integer}
          downtimeMinutes: {type: integer}
          totalPieces: {type: integer}
          goodPieces: {type: integer}
          scrapPieces: {type: integer}
          availability: {type: number, description: between 0 and 1}
          performance: {type: number, description: between 0 and 1}
          quality: {type: number, description: between 0 and 1}
          oee: {type: number, description: between 0 and 1}

  - path: /fleet/{vin}/trips
    response:
      mode: intelligent
      count: 5
      schema:
        type: object
        required: [tripId, vin, driver, startTime, endTime, durationMinutes,
          startOdometerKm, endOdometerKm, distanceKm, avgSpeedKmh, maxSpeedKmh,
          fuelUsedL, fuelConsumptionL100km, idleMinutes, harshBrakes]
        properties:
          tripId: {type: string}
          vin: {type: string}
          driver:
            type: object
            required: [id, name]
            properties: {id: {type: integer}, name: {type: string}}
          startTime: {type: string, format: date-time}
          endTime: {type: string, format: date-time}
          durationMinutes: {type: integer}
          startOdometerKm: {type: number}
          endOdometerKm: {type: number}
          distanceKm: {type: number}
          avgSpeedKmh: {type: number}
          maxSpeedKmh: {type: number}
          fuelUsedL: {type: number}
          fuelConsumptionL100km: {type: number}
          idleMinutes: {type: integer}
          harshBrakes: {type: integer}

  - path: /printers/{id}/job
    response:
      mode: intelligent
      prompt: job of a 3D printer that is printing right now
      schema:
        type: object
        required: [job, progress, state, temperature]
        properties:
          state: {type: string, enum: [Printing, Paused, Operational, Offline]}
          job:
            type: object
            required: [file, estimatedPrintTime]
            properties:
              estimatedPrintTime: {type: integer, description: in seconds}
              file:
                type: object
                required: [name, size]
                properties:
                  name: {type: string, example: whistle_v2.gcode}
                  size: {type: integer, description: in bytes}
          progress:
            type: object
            required: [completion, filepos, printTime, printTimeLeft]
            properties:
              completion: {type: number, description: percentage of the file printed}
              filepos: {type: integer, description: position in the file in bytes}
              printTime: {type: integer, description: in seconds}
              printTimeLeft: {type: integer, description: in seconds}
          temperature:
            type: object
            required: [nozzle, bed]
            properties:
              nozzle: {$ref: "#/$defs/heat"}
              bed: {$ref: "#/$defs/heat"}
        $defs:
          heat:
            type: object
            required: [actual, target]
            properties: {actual: {type: number}, target: {type: number}}

  - path: /shipments/{shipmentId}/temperature-log
    response:
      mode: intelligent
      prompt: temperature log of a vaccine transport, to be kept between 2 and 8 °C
      count: 8
      schema:
        type: object
        required: [shipmentId, loggerId, recordedAt, temperatureC, humidityPercent,
          batteryPercent, doorOpen, alarm]
        properties:
          shipmentId: {type: string}
          loggerId: {type: string}
          recordedAt: {type: string, format: date-time}
          temperatureC: {type: number}
          humidityPercent: {type: number}
          batteryPercent: {type: integer}
          doorOpen: {type: boolean}
          alarm: {type: boolean}

  - path: /lorawan/devices/{deviceId}/uplinks
    response:
      mode: intelligent
      count: 6
      schema:
        type: object
        required: [deviceId, devEui, receivedAt, fPort, fCnt, frmPayload, frequency,
          spreadingFactor, bandwidth, gatewayId, rssi, snr]
        properties:
          deviceId: {type: string}
          devEui: {type: string, description: 64-bit extended unique identifier in hex}
          receivedAt: {type: string, format: date-time}
          fPort: {type: integer}
          fCnt: {type: integer, description: frame counter}
          frmPayload: {type: string, contentEncoding: base64}
          frequency: {type: string, description: in Hz, example: "868300000"}
          spreadingFactor: {type: integer}
          bandwidth: {type: integer, description: in Hz}
          gatewayId: {type: string}
          rssi: {type: integer}
          snr: {type: number}

  - path: /turbines/{turbineId}/telemetry
    response:
      mode: intelligent
      prompt: ten-minute readings of a 3 MW wind turbine
      count: 8
      schema:
        type: object
        required: [turbineId, timestamp, windSpeedMs, windDirectionDeg, rotorRpm,
          powerKw, pitchDeg, gearboxOilTempC, state]
        properties:
          turbineId: {type: string}
          timestamp: {type: string, format: date-time}
          windSpeedMs: {type: number}
          windDirectionDeg: {type: number}
          rotorRpm: {type: number}
          powerKw: {type: number}
          pitchDeg: {type: number}
          gearboxOilTempC: {type: number}
          state: {type: string, enum: [producing, idle, stopped, maintenance]}

  - path: /switches/{switchId}/ports
    response:
      mode: intelligent
      prompt: ports of a network switch
      count: 6
      schema:
        type: object
        required: [port, name, adminStatus, operStatus, speedMbps, duplex, vlan,
          macAddress, rxBytes, txBytes, rxErrors, poePowerW]
        properties:
          port: {type: integer}
          name: {type: string, example: GigabitEthernet1/0/1}
          description: {type: string}
          adminStatus: {type: string, enum: [up, down]}
          operStatus: {type: string, enum: [up, down]}
          speedMbps: {type: [integer, "null"]}
          duplex: {type: string}
          vlan: {type: integer}
          macAddress: {type: string}
          rxBytes: {type: integer}
          txBytes: {type: integer}
          rxErrors: {type: integer}
          poePowerW: {type: number}

  - path: /fields/{fieldId}/soil-samples
    response:
      mode: intelligent
      prompt: soil samples of a wheat field
      count: 5
      schema:
        type: object
        required: [sampleId, fieldId, depthCm, ph, nitrogenPpm, phosphorusPpm,
          potassiumPpm, organicMatterPercent, moisturePercent, sandPercent, siltPercent,
          clayPercent, texture, takenOn]
        properties:
          sampleId: {type: string}
          fieldId: {type: string}
          depthCm: {type: integer}
          ph: {type: number}
          nitrogenPpm: {type: number}
          phosphorusPpm: {type: number}
          potassiumPpm: {type: number}
          organicMatterPercent: {type: number}
          moisturePercent: {type: number}
          sandPercent: {type: number}
          siltPercent: {type: number}
          clayPercent: {type: number}
          texture: {type: string}
          takenOn: {type: string, format: date}

  - path: /smart-locks/{lockId}/events
    response: {mode: intelligent, prompt: events of a smart lock, count: 6}

  - path: /vending-machines/{id}/inventory
    response: {mode: intelligent, prompt: what is in a vending machine, count: 6}

  - path: /elevators/{id}
    response: {mode: intelligent, prompt: an elevator}

  - path: /drones/{droneId}/flights
    response: {mode: intelligent, count: 4, prompt: survey flights over farmland}

  - path: /office-printers
    response: {mode: intelligent, prompt: printers of an office, count: 4}
"""
