"""Shapes of documents: which values may be where, told from real answers alone."""


class Shape:
    """What was seen at one place of documents."""

    def __init__(self):
        """Begin with nothing seen."""
        self.types = set()
        self.objects = 0
        self.present = {}
        self.fields = {}
        self.items = None

    def add(self, value):
        """Take a value that was seen."""
        self.types.add(_type(value))
        if isinstance(value, dict):
            self.objects += 1
            for name, each in value.items():
                self.present[name] = self.present.get(name, 0) + 1
                self.fields.setdefault(name, Shape()).add(each)
        elif isinstance(value, list):
            for each in value:
                self.items = self.items or Shape()
                self.items.add(each)

    def problem(self, value, told, where="$"):
        """Return why *value* is not of this shape, or None.

        Args:
            value: A document or a part of one.
            told: Texts that the client sent: they may be names of fields too.
            where: For the answer.
        """
        if _type(value) not in self.types:
            return f"{where} is {_type(value)}, not {'/'.join(sorted(self.types))}"
        if isinstance(value, dict):
            return self._object(value, told, where)
        if isinstance(value, list) and self.items is not None:
            for number, each in enumerate(value):
                found = self.items.problem(each, told, f"{where}[{number}]")
                if found:
                    return found
        return None

    def _object(self, value, told, where):
        for name, count in self.present.items():
            if count == self.objects and name not in value:
                return f"{where}.{name} is missing"
        for name, each in value.items():
            shape = self.fields.get(name) or self._any(name, told)
            if shape is None:
                return f"{where}.{name} was never seen"
            found = shape.problem(each, told, f"{where}.{name}")
            if found:
                return found
        return None

    def extra(self, value, real, told, where=()):
        """Yield where *value* has an entry of a map that *real* has not.

        An object is a map where no field is in all that were seen; a field that is
        called as the client called something is an entry too.

        Args:
            value: A document or a part of one.
            real: What stood in its place in the real answer.
            told: Texts that the client sent.
            where: Leads there.
        """
        if isinstance(value, list) and isinstance(real, list) and self.items:
            for number, pair in enumerate(zip(value, real, strict=False)):
                yield from self.items.extra(*pair, told, (*where, number))
        if not isinstance(value, dict) or not isinstance(real, dict):
            return
        for name, each in value.items():
            place = (*where, name)
            if name in real:
                shape = self.fields.get(name) or self._any(name, told)
                if shape is not None:
                    yield from shape.extra(each, real[name], told, place)
            elif self._is_map() or name in told:
                yield place

    def _is_map(self):
        return self.objects > 1 and self.objects not in self.present.values()

    def _any(self, name, told):
        """Return the shape of a field that the client named; its siblings' merged."""
        if not self._is_map() and not any(name in text for text in told):
            return None
        merged = Shape()
        for shape in self.fields.values():
            merged.merge(shape)
        return merged

    def merge(self, other):
        """Take all that *other* saw; what it always saw is not asked for."""
        self.types |= other.types
        self.objects += other.objects + 1
        for name, shape in other.fields.items():
            self.present[name] = 0
            self.fields.setdefault(name, Shape()).merge(shape)
        if other.items is not None:
            self.items = self.items or Shape()
            self.items.merge(other.items)


def _type(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return {str: "string", list: "array", dict: "object"}[type(value)]
