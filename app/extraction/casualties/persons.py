"""Single persons among the casualties, each once however often they are told of."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.extraction.casualties.figure import FoundFigure
from app.extraction.casualties.individuals import Individual, is_anybody

_OTHER = -1


@dataclass(slots=True)
class Person:
    """One person with the figures that tell of him or her."""

    figures: list[FoundFigure] = field(default_factory=list)
    told: list[Individual] = field(default_factory=list)
    entity: int | None = None
    #: whom a pronoun was taken for, before any name says it
    guess: int | None = None
    age: int | None = None
    sex: str | None = None

    @property
    def died(self) -> bool:
        """Whether any telling says so."""
        return any(figure.what == "killed" for figure in self.figures)

    @property
    def attacked(self) -> bool:
        """Whether the person is one of the attackers."""
        return any("attackers" in figure.of_whom for figure in self.figures)

    def add(self, figure: FoundFigure, one: Individual) -> None:
        """Take the figure for this person, with what its words tell."""
        self.figures.append(figure)
        self.told.append(one)
        if one.points_back:
            self.guess = one.entity if self.guess is None else self.guess
        elif self.entity is None:
            self.entity = one.entity
        self.age = one.age if self.age is None else self.age
        self.sex = self.sex or one.sex

    def fits(self, figure: FoundFigure, one: Individual) -> int:
        """How well the description fits: −1 where it tells of somebody else."""
        if any(told.token == one.token for told in self.told):
            return 9
        same_name = one.entity is not None and one.entity in {self.entity, self.guess}
        attacking = "attackers" in figure.of_whom
        same_side = attacking == self.attacked or (one.points_back and not (attacking and figure.by_own_hand))
        if self._differs(one, same_name=same_name) or not (same_side or same_name):
            return _OTHER
        if one.one_more and not same_name and not self._is_one_more():
            return _OTHER
        same_age = one.age is not None and one.age == self.age
        same_noun = bool(one.noun) and any(told.noun == one.noun for told in self.told)
        same_fate = one.points_back and self.died == (figure.what == "killed")
        return 4 * same_name + 2 * same_age + same_noun + same_fate

    def _is_one_more(self) -> bool:
        return any(told.one_more for told in self.told)

    def _differs(self, one: Individual, *, same_name: bool) -> bool:
        if same_name:
            return False
        if one.entity is not None and self.entity is not None and not one.points_back:
            return True
        if one.age is not None and self.age is not None and one.age != self.age:
            return True
        if one.sex is not None and self.sex is not None and one.sex != self.sex:
            return True
        known = {self.entity, self.guess, *(told.noun for told in self.told)} - {None, ""}
        return one.relative_of in known or any(_told_beside(told, one) for told in self.told)


def _told_beside(told: Individual, one: Individual) -> bool:
    """Whether the same sentence names the two by different words ("the boy was hit and his mother was killed")."""
    if told.sentence != one.sentence or told.is_pronoun or one.is_pronoun or told.noun == one.noun:
        return False
    return not is_anybody(told.noun) and not is_anybody(one.noun)


def tell_apart(figures: list[FoundFigure]) -> list[Person]:
    """The persons of all figures of one person, in the order they are first told of."""
    groups: dict[int, list[tuple[FoundFigure, Individual]]] = defaultdict(list)
    for figure in figures:
        if figure.one is not None:
            groups[figure.group].append((figure, figure.one))
    persons: list[Person] = []
    for listed in groups.values():
        _add_listed(persons, listed)
    return persons


def _add_listed(persons: list[Person], listed: list[tuple[FoundFigure, Individual]]) -> None:
    """Give those told of together to the persons they fit, the surest first ("John Bell, 49, and his daughter")."""
    waiting = list(listed)
    while waiting:
        fits = [
            (person.fits(*member), -number, place)
            for number, member in enumerate(waiting)
            for place, person in enumerate(persons)
        ]
        score, number, place = max(fits, default=(_OTHER, 0, 0))
        if score == _OTHER:
            persons.append(Person())
            place = -1
        persons[place].add(*waiting.pop(-number))
