"""Words that tell, in capitals-only text, where a name starts, goes on or ends. All lower case."""

from typing import Final

SMALL_WORDS: Final = frozenset(
    "of the and for in on to de del la las los y e do da dos das di al el bin ibn von van against".split()
)
PARTICLES: Final = frozenset(
    "san santa santo saint el la las los de del villa puerto port fort fuerte rio mount mt lake ciudad".split()
)
LOWER_PARTICLES: Final = frozenset("de del y e do da dos das di von van bin ibn".split())
BEFORE_COUNTRY: Final = frozenset(
    "the of by against from in a and one two three four five six seven eight nine ten some former new senior".split()
)
HEADS_WITH_OF: Final = frozenset(
    "university republic bank gulf strait bay cape isle state kingdom emirate archdiocese diocese college port duchy "
    "principality battle treaty".split()
)
TIME_WORDS: Final = frozenset("in last next since early late mid until by through".split())
DIRECTIONS: Final = frozenset(("north", "south", "east", "west"))
PREFIXES: Final = frozenset("co anti pro non ex vice counter post pre self semi multi inter trans mid".split())
ARTICLE_PREFIXES: Final = frozenset("al el an as ash at ez ed er ar ad az ul".split())
#: words that stand before a name and are then written with a capital
TITLES: Final = frozenset(
    "president vice prime minister deputy general colonel captain lieutenant major sergeant corporal brigadier "
    "marshal "
    "admiral commander senator representative congressman congresswoman governor mayor judge justice ambassador "
    "consul "
    "bishop archbishop cardinal monsignor father brother sister reverend pope king queen prince princess sheikh imam "
    "ayatollah doctor engineer professor attorney lawyer secretary undersecretary chairman director inspector chief "
    "mr mrs ms miss dr gen col capt lt maj sgt sen rep gov msgr fr prof private comandante don dona sir lord lady "
    "assistant first lady police officer premier chancellor deputy-minister president-elect".split()
)
#: of these, the ones that make a title only together with another title word
WEAK_TITLES: Final = frozenset("vice prime deputy first police assistant chief private officer lady".split())
#: what an office is about, before the title word: "DEFENSE MINISTER RUIZ"
OFFICE_FIELDS: Final = frozenset(
    "foreign defense defence interior justice finance economy labor labour health education information "
    "communications "
    "agriculture trade planning transport energy mining state security army navy police air force government "
    "public works "
    "national assembly former acting attorney prime vice deputy".split()
)
#: names of institutions made of common words; what modifies them further left is part of the name too
INSTITUTIONS: Final = frozenset(
    pair.strip()
    for pair in """
    national police, national guard, national assembly, national army, national front, national university,
    national palace, national congress, national party, national council, national stadium, national directorate,
    supreme court, supreme council, constitutional court, central bank, central committee, world bank, world court,
    armed forces, air force, treasury police, legislative assembly, legislative palace, constituent assembly,
    general assembly, foreign ministry, defense ministry, defence ministry, interior ministry, justice ministry,
    finance ministry, health ministry, information ministry, security council, united nations, united states,
    rights commission, democratic front, democratic party, popular front, popular party, popular army, popular movement,
    liberation army, liberation front, liberation movement, liberation organization, liberal party, communist party,
    socialist party, conservative party, workers party, republican party, labor party, labour party, revolutionary army,
    revolutionary party, revolutionary movement, revolutionary front, revolutionary council, republican guard,
    revolutionary guard, revolutionary guards, presidential guard, military academy, military school, civil guard,
    metropolitan police, white house, state department, foreign office, red cross, red crescent, electoral council,
    electoral tribunal, peace corps, middle east, west bank, persian gulf, central america, latin america, cold war
    """.split(",")
)
MODIFIERS: Final = frozenset(
    "national central supreme federal popular people's peoples revolutionary democratic liberation legislative "
    "constituent foreign interior defense defence united armed international christian socialist communist "
    "liberal conservative "
    "workers patriotic nationalist republican military security human rights civil metropolitan general salvation "
    "unity first second third fourth fifth sixth seventh independent free infantry artillery cavalry airborne armored "
    "engineer".split()
)
HEADS: Final = frozenset(
    "police guard guards court bank ministry assembly army armies front party movement union congress council "
    "committee "
    "commission federation confederation directorate organization association alliance coalition league institute "
    "academy "
    "university college school hospital church cathedral hotel palace battalion brigade division regiment corps "
    "base airport "
    "prison embassy consulate radio television network agency newspaper corporation province department municipality "
    "county district river lake sea ocean gulf bay valley island islands peninsula mountain mountains hills "
    "avenue street "
    "road highway bridge square plaza park stadium canal desert foundation center centre senate parliament junta "
    "tribunal "
    "convention accord accords treaty pact forces nations states crescent cross east america".split()
)
#: heads that join a proper name ("DELTA RIVER"), never the adjective of a people alone ("ITALIAN RADIO")
ORDINARY_AFTER_DEMONYM: Final = frozenset(
    "police army embassy consulate radio television forces party newspaper agency hospital prison church department "
    "province bank movement ministry court river hills mountains airport congress parliament senate council front "
    "base "
    "school university guard guards border highway road hotel junta union commission committee district".split()
)
NUMBERED_HEADS: Final = frozenset(
    "brigade division battalion regiment corps fleet army front district court detachment street avenue".split()
)
