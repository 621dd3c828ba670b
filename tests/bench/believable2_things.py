"""What an expert would check in answers about machines and connected homes."""

import base64
import re
from itertools import pairwise

from tests.bench.believable2_laws import (
    HEX,
    SEMVER,
    close,
    differ,
    even,
    just_now,
    one_of_each,
    spares,
)
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    holds,
    moment,
    near,
    never,
    of_list,
    of_values,
    rising,
    so_many,
    within,
)

THERMOSTAT = [
    holds("device_id", "th-204"),
    each_row("status", "off does nothing", "", lambda r: (
        r.mode != "off" or r.hvac_status == "idle")),
    each_row("status", "heats only if it may", "", lambda r: (
        r.hvac_status == "idle"
        or r.mode in ({"heat", "heatcool"} if r.hvac_status == "heating"
                      else {"cool", "heatcool"}))),
    each_row("status", "heats when it is too cold", "", lambda r: (
        r.hvac_status != "heating"
        or r.ambient_temperature_c <= r.heat_setpoint_c + 1)),
    each_row("status", "cools when it is too warm", "", lambda r: (
        r.hvac_status != "cooling"
        or r.ambient_temperature_c >= r.cool_setpoint_c - 1)),
    each_row("sums", "heated below, cooled above", "", lambda r: (
        10 <= r.heat_setpoint_c < r.cool_setpoint_c <= 32)),
    within("ambient_temperature_c", 12, 32),
    within("humidity_percent", 15, 80),
    within("wifi_signal_dbm", -95, -20),
    form("firmware_version", SEMVER),
    form("serial_number", "[A-Z0-9][A-Z0-9-]{5,20}"),
    each_row("times", "seen just now, if it is there", "", lambda r: (
        just_now(r.last_seen_at) or not r.online)),
    about("room", "living|bed|kitchen|hall|office|bath|dining|study|nursery|basement"
          "|lounge|attic|guest|family|garage|corridor|landing|den", 1),
    about("name", "therm|living|bed|kitchen|hall|office|heat|climate|room|floor|stair"
          "|lounge|study|nest|home|dining", 1),
]  # fmt: skip
OEE = [
    so_many("", 4),
    holds("line_id", "L3"),
    each_row("sums", "run and stopped make planned", "", lambda r: (
        r.run_minutes + r.downtime_minutes == r.planned_minutes)),
    each_row("sums", "good and scrap make all", "", lambda r: (
        r.good_pieces + r.scrap_pieces == r.total_pieces)),
    each_row("sums", "availability of the minutes", "", lambda r: near(
        r.availability, r.run_minutes / r.planned_minutes, 0.011)),
    each_row("sums", "quality of the pieces", "", lambda r: near(
        r.quality, r.good_pieces / r.total_pieces, 0.011)),
    each_row("sums", "the product of three", "", lambda r: near(
        r.oee, r.availability * r.performance * r.quality, 0.011)),
    within("~^(availability|performance|quality|oee)$", 0.2, 1),
    within("planned_minutes", 240, 720),
    each_row("quantity", "little scrap", "", lambda r: (
        r.scrap_pieces <= 0.25 * r.total_pieces)),
    of_list("times", "shifts follow each other", "", lambda rs: (
        rising([moment(r.shift_start) for r in rs])
        or rising([-moment(r.shift_start) for r in rs]))),
    of_list("diversity", "shifts start at their times", "", lambda rs: differ(
        r.shift_start for r in rs)),
]  # fmt: skip
TRIPS = [
    spares("texts of a list differ"),
    so_many("", 5),
    holds("vin", "1FTFW1ET5DFC10312"),
    each_row("sums", "so long", "", lambda r: (
        abs(days(r.start_time, r.end_time) * 1440 - r.duration_minutes) <= 1.01)),
    each_row("sums", "so far", "", lambda r: near(
        r.distance_km, r.end_odometer_km - r.start_odometer_km, 0.6)),
    each_row("sums", "so fast", "", lambda r: close(
        r.avg_speed_kmh, r.distance_km / (r.duration_minutes / 60), 0.05)
        or close(r.avg_speed_kmh, r.distance_km / (
            (r.duration_minutes - r.idle_minutes) / 60), 0.05)),
    each_row("sums", "the most is more than the mean", "", lambda r: (
        r.avg_speed_kmh <= r.max_speed_kmh <= 190)),
    each_row("sums", "used on the way", "", lambda r: close(
        r.fuel_consumption_l100km, 100 * r.fuel_used_l / r.distance_km, 0.06)),
    within("fuel_consumption_l100km", 3, 45),
    each_row("sums", "idle within it", "", lambda r: (
        0 <= r.idle_minutes <= 0.7 * r.duration_minutes)),
    within("harsh_brakes", 0, 30),
    of_list("sums", "the odometer goes on", "", lambda rs: all(
        b.start_odometer_km >= a.end_odometer_km - 0.6 for a, b in pairwise(
            sorted(rs, key=lambda r: moment(r.start_time))))),
    of_list("times", "one trip at a time", "", lambda rs: all(
        moment(b.start_time) >= moment(a.end_time) for a, b in pairwise(
            sorted(rs, key=lambda r: moment(r.start_time))))),
    of_list("people", "one id, one name", "", lambda rs: one_of_each(
        rs, lambda r: r.driver.id, lambda r: r.driver.name)),
    within("start_odometer_km", 0, 900_000),
]  # fmt: skip
PRINT = [
    form("job.file.name", r"[\w .+-]+\.(gcode|gco|g|bgcode|3mf)"),
    each_row("status", "printing right now", "", lambda r: (
        r.state == "Printing" and 0 < r.progress.completion < 100)),
    each_row("sums", "so much of the file", "", lambda r: near(
        r.progress.completion, 100 * r.progress.filepos / r.job.file.size, 1)),
    each_row("sums", "done and left make the estimate", "", lambda r: (
        0.5 <= (r.progress.print_time + r.progress.print_time_left)
        / r.job.estimated_print_time <= 2)),
    within("job.estimated_print_time", 300, 400_000),
    within("job.file.size", 20_000, 3e8),
    within("temperature.nozzle.actual", 170, 310),
    within("temperature.bed.actual", 35, 125),
    each_row("sums", "as hot as wanted", "temperature.nozzle", lambda r: (
        abs(r.actual - r.target) <= 8)),
    each_row("sums", "as warm as wanted", "temperature.bed", lambda r: (
        abs(r.actual - r.target) <= 6)),
    never("invoice|resume|toner|ink|a4|report"),
]  # fmt: skip
COLD = [
    so_many("", 8),
    holds("shipment_id", "VX-88"),
    of_list("people", "one logger", "", lambda rs: len({r.logger_id for r in rs}) == 1),
    of_list("times", "even steps", "", lambda rs: even(
        [moment(r.recorded_at) for r in rs], 5)),
    within("temperature_c", -2, 14),
    of_list("quantity", "mostly as it should be", "", lambda rs: (
        sum(2 <= r.temperature_c <= 8 for r in rs) >= 0.6 * len(rs))),
    each_row("status", "an alarm when it is not", "", lambda r: (
        r.alarm == (not 2 <= r.temperature_c <= 8))),
    of_list("quantity", "near the one before", "", lambda rs: all(
        abs(a.temperature_c - b.temperature_c) <= 4 for a, b in pairwise(rs))),
    of_list("sums", "the battery falls", "", lambda rs: rising([-r.battery_percent for r
        in sorted(rs, key=lambda r: moment(r.recorded_at))])),
    of_list("status", "the door is mostly shut", "", lambda rs: (
        sum(r.door_open for r in rs) <= len(rs) / 2)),
    within("humidity_percent", 15, 95),
]  # fmt: skip


def is_base64(text):
    """Whether a text is of some bytes."""
    return len(base64.b64decode(text, validate=True)) > 0


UPLINKS = [
    so_many("", 6),
    holds("device_id", "soil-7"),
    form("dev_eui", f"(?i){HEX}{{16}}"),
    of_list("people", "one device", "", lambda rs: len({r.dev_eui for r in rs}) == 1),
    of_list("sums", "frames count up with time", "", lambda rs: all(
        b.f_cnt > a.f_cnt for a, b in pairwise(
            sorted(rs, key=lambda r: moment(r.received_at))))),
    of_values("codes", "base64", "frm_payload", is_base64),
    within("f_port", 1, 223),
    within("spreading_factor", 7, 12),
    form("bandwidth", "125000|250000|500000", "quantity"),
    form("frequency", r"(433|86[3-9]|870|90\d|91\d|92[0-8]|470|779)\d{6}", "quantity"),
    within("rssi", -140, -20),
    within("snr", -25, 16),
    form("gateway_id", r"[\w:-]{4,40}"),
]  # fmt: skip
WIND = [
    so_many("", 8),
    holds("turbine_id", "WT-12"),
    of_list("times", "every ten minutes", "", lambda rs: (
        even([moment(r.timestamp) for r in rs])
        and abs(moment(rs[1].timestamp) - moment(rs[0].timestamp)) == 600)),
    within("wind_speed_ms", 0, 35),
    within("wind_direction_deg", 0, 360),
    within("rotor_rpm", 0, 22),
    within("power_kw", -50, 3150),
    within("pitch_deg", -5, 95),
    within("gearbox_oil_temp_c", 0, 85),
    each_row("status", "producing or not", "", lambda r: (
        (r.power_kw > 0) == (r.state == "producing"))),
    each_row("sums", "no power of no wind", "", lambda r: (
        r.wind_speed_ms >= 2.5 or r.power_kw <= 30)),
    of_list("sums", "more wind, more power", "", lambda rs: all(
        b.power_kw >= a.power_kw - 400 for a in rs for b in rs
        if a.state == b.state == "producing" and b.wind_speed_ms > a.wind_speed_ms + 1
        and b.wind_speed_ms < 20)),
    of_list("quantity", "the wind does not leap", "", lambda rs: all(
        abs(a.wind_speed_ms - b.wind_speed_ms) <= 6 for a, b in pairwise(rs))),
]  # fmt: skip
PORTS = [
    so_many("", 6),
    of_list("sums", "numbered from the first", "", lambda rs: (
        [r.port for r in rs] == list(range(1, len(rs) + 1)))),
    form("name", r"[A-Za-z]+[ -]?\d+(/\d+){0,3}|\w+\d+"),
    each_row("codes", "the name has the number", "", lambda r: (
        re.findall(r"\d+", r.name)[-1] == str(r.port))),
    each_row("status", "down is down", "", lambda r: (
        r.admin_status == "up" or r.oper_status == "down")),
    each_row("status", "no power where it is down", "", lambda r: (
        r.admin_status == "up" or r.poe_power_w == 0)),
    form("speed_mbps", "0|10|100|1000|2500|5000|10000|25000|40000|100000", "quantity"),
    form("duplex", "(?i)full|half|auto|full.?duplex|half.?duplex|unknown", "texts"),
    within("vlan", 1, 4094),
    form("mac_address", "(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}"
                        "|([0-9a-f]{4}\\.){2}[0-9a-f]{4}"),
    of_list("diversity", "addresses differ", "", lambda rs: differ(
        r.mac_address for r in rs)),
    within("poe_power_w", 0, 95),
    each_row("sums", "few errors", "", lambda r: r.rx_errors <= 0.01 * r.rx_bytes + 10),
    never("container|vessel|harbour|wine|ship", "~."),
]  # fmt: skip
SOIL = [
    so_many("", 5),
    holds("field_id", "F-19"),
    each_row("sums", "sand, silt and clay are all", "", lambda r: near(
        r.sand_percent + r.silt_percent + r.clay_percent, 100, 0.6)),
    within("ph", 4.5, 9),
    within("depth_cm", 5, 150),
    within("nitrogen_ppm", 1, 300),
    within("phosphorus_ppm", 1, 300),
    within("potassium_ppm", 20, 900),
    within("organic_matter_percent", 0.3, 12),
    within("moisture_percent", 3, 55),
    about("texture", "loam|clay|sand|silt|peat|chalk", 1),
    each_row("texts", "the texture is of its parts", "", lambda r: (
        "sand" not in r.texture.lower() or r.sand_percent >= 40)),
    each_row("times", "in the past", "", lambda r: moment(r.taken_on) <= NOW),
]  # fmt: skip
CASES = [
    ("thermostats", "schema", "/thermostats/th-204", THERMOSTAT),
    ("production", "prompt", "/lines/L3/oee", OEE),
    ("fleets", "schema", "/fleet/1FTFW1ET5DFC10312/trips", TRIPS),
    ("3D printing", "schema", "/printers/p-1/job", PRINT),
    ("cold chain", "prompt", "/shipments/VX-88/temperature-log", COLD),
    ("radio of things", "schema", "/lorawan/devices/soil-7/uplinks", UPLINKS),
    ("wind power", "prompt", "/turbines/WT-12/telemetry", WIND),
    ("networks", "prompt", "/switches/sw-core-1/ports", PORTS),
    ("farming", "prompt", "/fields/F-19/soil-samples", SOIL),
]  # fmt: skip
