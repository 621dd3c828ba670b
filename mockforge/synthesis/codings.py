"""Codes with what they stand for, and where they are listed: by what they are of."""

from __future__ import annotations

from typing import NamedTuple

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.naming import singular, words_of

_HL7 = "http://terminology.hl7.org/CodeSystem/"
_LOINC = "http://loinc.org"
_TEXT = """
marital status|v3-MaritalStatus|M=Married,S=Never Married,D=Divorced,W=Widowed
language|urn:ietf:bcp:47|en=English,de=German,fr=French,es=Spanish,pl=Polish
clinical status|condition-clinical|active=Active,resolved=Resolved,inactive=Inactive
verification status|condition-ver-status|confirmed=Confirmed,provisional=Provisional
interpretation|v3-ObservationInterpretation|N=Normal,H=High,L=Low
relationship|v2-0131|N=Next-of-Kin,C=Emergency Contact,E=Employer
contact type|v2-0131|N=Next-of-Kin,C=Emergency Contact,E=Employer
category|observation-category|vital-signs=Vital Signs,laboratory=Laboratory,exam=Exam
class|v3-ActCode|AMB=ambulatory,IMP=inpatient encounter,EMER=emergency
encounter class|v3-ActCode|AMB=ambulatory,IMP=inpatient encounter,EMER=emergency
vaccine code|http://hl7.org/fhir/sid/cvx|208=COVID-19 mRNA,140=Influenza,09=Td (adult)
route|v3-RouteOfAdministration|IM=Injection intramuscular,PO=Swallow oral
site|v3-ActSite|LA=left arm,RA=right arm
medication|http://www.nlm.nih.gov/research/umls/rxnorm|860975=Metformin 500 mg,197361=Amlodipine 5 mg
medication codeable concept|http://www.nlm.nih.gov/research/umls/rxnorm|860975=Metformin 500 mg,197361=Amlodipine 5 mg
reason code|http://snomed.info/sct|185345009=Encounter for symptom,390906007=Follow-up encounter
body site|http://snomed.info/sct|368209003=Right arm,368208006=Left arm
severity|http://snomed.info/sct|24484000=Severe,6736007=Moderate,255604002=Mild
method|http://snomed.info/sct|258104002=Measured,258090004=Calculated
specialty|http://snomed.info/sct|394579002=Cardiology,394814009=General practice
"""  # noqa: E501
_TESTS = (("718-7", "Hemoglobin"), ("2345-7", "Glucose"), ("2160-0", "Creatinine"),
          ("8867-4", "Heart rate"), ("8310-5", "Body temperature"),
          ("2093-3", "Cholesterol"), ("4548-4", "Hemoglobin A1c"))  # fmt: skip


class Coding(NamedTuple):
    """A code."""

    system: str
    code: str
    display: str


def _read() -> dict[str, tuple[Coding, ...]]:
    found: dict[str, tuple[Coding, ...]] = {}
    for line in _TEXT.strip().splitlines():
        concept, system, told = line.split("|")
        full = system if ":" in system else _HL7 + system
        pairs = (one.split("=") for one in told.split(","))
        found[concept] = tuple(Coding(full, code, name) for code, name in pairs)
    return found


_CODINGS = _read()
_ANY = tuple(Coding(_LOINC, *one) for one in _TESTS)


def coding(entity: Entity) -> Coding:
    """Return the code that *entity* is, the same twice."""
    called = [step for step in entity.path if isinstance(step, str)]
    owner: Entity = entity
    if called[-1:] == ["coding"]:
        # What is coded has it in words too.
        called, owner = called[:-1], entity.parent or entity
    known = owner.memo.get("coding")
    if isinstance(known, Coding):
        return known
    words = words_of(called[-1]) if called else ()
    name = " ".join((*words[:-1], singular(words[-1]))) if words else ""
    some = _CODINGS.get(name) or _CODINGS.get(" ".join(words)) or _ANY
    told, text = _told(entity), owner.known.get("text")
    some = tuple(one for one in some if one.display == text) or some
    some = tuple(one for one in some if one.code in told) or some
    found = entity.rng.choice(some)
    owner.memo["coding"] = found
    return found


def _told(entity: Entity) -> tuple[str, ...]:
    """Return the codes that *entity* has already, or that its schema shows."""
    schema = entity.memo.get("schema")
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    inner = members.get("code")
    shown = inner if isinstance(inner, dict) else {}
    every = (entity.known.get("code"), shown.get("example"), shown.get("const"),
             *shown.get("examples", ()), *shown.get("enum", ()))  # fmt: skip
    return tuple(one for one in every if isinstance(one, str))


VOICES = {
    "codingsystem": lambda entity, field: coding(entity).system,
    "codingcode": lambda entity, field: coding(entity).code,
    "codingname": lambda entity, field: coding(entity).display,
}
"""By the names that codebooks have for them."""
