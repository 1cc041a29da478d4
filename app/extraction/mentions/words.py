"""Closed word classes that decide where a name starts, ends, and what it cannot be."""

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ORDINALS: Final = _set("first second third fourth fifth sixth seventh eighth ninth tenth")

#: lower-case words that may stand inside a name
INNER: Final = _set(
    "of the for and al el de del da do dos di la las los le der den van von bin ibn ben bint abu ul und y & 'n "
    "et du des"
)

#: prefixes of Arabic and other names that stand in lower case before the capital
PARTICLES: Final = _set(
    "al el an ar as ash at az ad abu bin ibn ben bint ould um umm van von de del da dos di la le du der den ter ul"
)

DETERMINERS: Final = _set(
    "the a an this that these those his her its their our my your all some any both several many more most "
    "other such no each every another so called so-called"
)

CALENDAR: Final = _set(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed "
    "thu thur thurs fri sat sun christmas easter ramadan eid ashura nowruz hanukkah halloween thanksgiving "
    "today yesterday tomorrow tonight"
)

#: faiths, ideologies and their followers: neither person nor organization nor nationality
BELIEFS: Final = _set(
    "takfiri takfiris islamist islamists jihadist jihadists jihadi jihadis salafi salafis salafist salafists "
    "wahhabi wahhabis shia shias shiite shiites shi'ite shi'ites shi'a sunni sunnis muslim muslims islamic "
    "islam christian christians christianity jewish jew jews judaism hindu hindus hinduism buddhist buddhists "
    "sikh sikhs catholic catholics protestant protestants orthodox evangelical evangelicals communist "
    "communists communism marxist marxists maoist maoists socialist socialists fascist fascists nazi nazis "
    "zionist zionists republican republicans democrat democrats democratic conservative conservatives liberal "
    "liberals labour tory tories anglican anglicans mormon mormons alawite alawites druze yazidi yazidis "
    "yezidi yezidis kafir infidel infidels crusader crusaders secularist god allah jesus christ koran quran "
    "qur'an bible sharia shari'a"
)

#: capitalised words that are no names by themselves
GENERIC: Final = _set(
    "i mr mrs ms miss dr sir madam lord lady president minister secretary general governor mayor chairman "
    "ambassador king queen prince princess prime foreign interior defense defence deputy vice chief senior "
    "former acting state federal national international local regional central north south east west northern "
    "southern eastern western northeast northwest southeast southwest upper lower middle new old great "
    "government army police military forces force group party union council committee court university school "
    "college street road avenue city town village county province district river lake mountain island church "
    "office department ministry agency bureau center centre company report reports photo photos image images "
    "video file source sources read share news update breaking live watch related advertisement internet web "
    "website online email e-mail tv ok yes no act law bill agreement treaty accord resolution article section "
    "chapter war world operation battle summit conference meeting olympics cup league championship festival "
    "award prize game games am pm gmt bst bmp page est edt utc pst cst et mp mps phd ceo cfo ied ieds vbied "
    "vbieds suv suvs dna hiv aids gdp id faq pdf usd eur gbp sms url http https www com c f u.n.-backed "
    "twitter facebook instagram youtube whatsapp skype google marine marines soldier soldiers officer officers "
    "trooper troopers fleet embassy parliament congress cabinet sgt lt col capt rep sen gov gen maj cpl pfc "
    "inc corp co ltd llc m.d ph.d mba mph dui pto ip uav atm tba interstate highway route hwy rd ave blvd "
    "sunday man woman boy girl men women santa claus telegram english arabic french spanish german russian "
    "chinese persian hebrew kurdish turkish"
)

#: what an event, a law or a work of art is called by; a name that ends so names no party and no place
NO_ENTITY_HEADS: Final = _set(
    "war wars act law laws treaty agreement accord accords resolution convention constitution amendment "
    "protocol charter pact operation offensive battle revolution uprising intifada coup summit conference "
    "olympics games cup championship festival award awards prize medal crisis massacre bombing bombings attack "
    "attacks day week month year anniversary report reports bill plan initiative deal talks process doctrine "
    "declaration storm spring spill era age reform election elections referendum campaign dinar pound dollar "
    "euro virus disease syndrome time standard"
)

#: prepositions and other small words that get a capital at the start of a sentence or title
FUNCTION_WORDS: Final = _set(
    "in near at from to on of for with by as after before during since until while when where if but and or so "
    "yet then also however meanwhile according outside inside around across into throughout between through "
    "within under over about against despite although because once both he she they we it its his her their my "
    "our you your there here what who how why which not no is are was were be been has have had do does did "
    "will would can could may might should must says said mr mrs ms"
)

#: peoples without a state of that name, as nouns and adjectives: nationalities without a country
PEOPLES: Final = _set(
    "arab arabs kurd kurds kurdish turkmen turkoman turkomans turcoman yazidi yazidis yezidi yezidis assyrian "
    "assyrians chaldean chaldeans circassian circassians tamil tamils sinhalese pashtun pashtuns hazara "
    "hazaras tajiks uzbeks baloch baluch balochi baluchi punjabi punjabis sindhi bengali bengalis kashmiri "
    "kashmiris rohingya karen kachin uighur uighurs uyghur uyghurs tibetan tibetans chechen chechens ingush "
    "tatar tatars dagestani cossack cossacks serb serbs serbian croat croats bosniak bosniaks roma basque "
    "basques catalan catalans flemish hutu hutus tutsi tutsis hausa igbo yoruba fulani tuareg tuaregs berber "
    "berbers oromo amhara tigrayan tigrayans zulu zulus xhosa maya mayan latino latinos hispanic hispanics "
    "aboriginal african-american african-americans european europeans african africans asian asians westerner "
    "westerners bedouin bedouins persian persians houthi slav slavic nordic scandinavian balkan caucasian"
)

#: prefixes of ships' names, and aircraft
SHIP_PREFIXES: Final = _set("hms uss fs ins hmas hmcs usns rfa mv ms rms uscgc irins tcg")

#: abbreviated names of North American and Australian divisions as newspapers write them
DIVISIONS: Final = _set(
    "ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. kans. ky. la. md. mass. mich. minn. miss. "
    "mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. "
    "w.va. wis. wyo. d.c. ont. que. alta. sask. man. b.c. n.b. n.s. p.e.i. nfld. nsw n.s.w. tas. vic. qld."
)

#: prepositions before a place, with how much they say
LOCATIVE: Final[dict[str, float]] = {
    "in": 1.6, "near": 2.0, "at": 0.9, "from": 0.7, "to": 0.5, "outside": 1.8, "around": 1.2, "across": 1.5,
    "into": 1.0, "towards": 1.0, "toward": 1.0, "throughout": 1.8, "inside": 1.2, "between": 0.3, "through": 0.6,
    "of": 0.2, "within": 1.0, "surrounding": 1.4, "retake": 1.2, "besieged": 0.8, "downtown": 2.5, "central": 1.2,
    "northern": 2.0,
    "southern": 2.0, "eastern": 2.0, "western": 2.0, "northeastern": 2.0, "northwestern": 2.0, "southeastern": 2.0,
    "southwestern": 2.0, "northeast": 1.5, "northwest": 1.5, "southeast": 1.5, "southwest": 1.5, "north": 1.0,
    "south": 1.0, "east": 1.0, "west": 1.0, "nearby": 2.0,
}  # fmt: skip

#: buildings and the like that a place's name stands before: "al-Quds hospital", "Bab al-Hawa border crossing"
FACILITIES: Final = _set(
    "hospital mosque airport airbase airfield crossing bridge market prison jail camp checkpoint dam barracks "
    "neighbourhood neighborhood quarter square roundabout highway road street school church refinery"
)

#: verbs and nouns of war before a place: "seized X", "residents of X", "assault on X"
TAKING: Final = _set(
    "seized captured recaptured retook retaken liberated entered fled left reached besieged shelled bombed "
    "stormed visited bombarded hit struck overran controlled evacuated surrounded encircled"
)
ABOUT_PLACES: Final = _set(
    "assault attack offensive siege liberation capture fall recapture battle residents people outskirts "
    "portion parts part inhabitants villagers hometown native city town village mayor control seizure "
    "bombardment shelling suburb suburbs west east north south northwest northeast southwest southeast miles "
    "kilometers km edge centre center streets area"
)

#: words that a place's name begins with
PLACE_PREFIXES: Final = _set(
    "hotel camp fort mount lake port lac hôtel stade rue villa wadi tell tal jabal jebel khan deir dayr kafr "
    "bir umm ras bab kfar beit"
)

#: head nouns that are also surnames
SURNAME_HEADS: Final = _set(
    "hall park field fields lake rivers river hill hills banks bank church temple castle bridges bridge forest "
    "street lane marsh ford bishop gates towers brooks springs wells stone mills mount post press guard court "
    "force marshal cross parish house lodge garden fort mason abbey reed shore sea bay falls pass plain moore "
    "glen tower plaza"
)

#: compass words that stand before a place and are no part of its name when written small
COMPASS: Final = _set(
    "northern southern eastern western central northeastern northwestern southeastern southwestern north south "
    "east west northeast northwest southeast southwest downtown upstate mainland rural greater coastal upper "
    "lower"
)

#: common nouns of places beside a name ("the city of", "province")
#: what a name is that an apposition calls so: "Hamouriyeh, a rebel-held suburb"
SETTLEMENTS: Final = _set(
    "city town village hamlet suburb neighborhood neighbourhood district township municipality commune enclave "
    "settlement"
)

PLACE_NOUNS: Final = _set(
    "city town village cities towns villages districts provinces neighborhoods neighbourhoods suburbs regions "
    "areas province district governorate region county state suburb neighborhood neighbourhood island capital "
    "area river valley camp airport port hamlet municipality township parish borough territory peninsula "
    "prefecture oblast enclave countryside outskirts commune communes cercle"
)

SAYING: Final = _set(
    "said says told added adds stated noted claimed claims warned insisted argued announced explained replied "
    "asked acknowledged confirmed denied tweeted wrote recalled testified admitted"
)

#: what a person may be of a group or body: "X, the leader of …", "its commander, X"
PERSONAL_OFFICES: Final = _set(
    "leader commander chief chieftain spokesman spokeswoman spokesperson founder ringleader mastermind deputy "
    "president minister governor mayor ambassador envoy negotiator general colonel captain lieutenant emir sheikh "
    "cleric preacher imam lawyer activist journalist reporter analyst researcher professor lecturer doctor "
    "surgeon teacher farmer shopkeeper official lawmaker senator politician coordinator"
)

#: what only people are to each other, have or do
RELATIONS: Final = _set(
    "brother sister father mother son daughter wife husband widow uncle aunt cousin nephew niece grandson "
    "granddaughter grandfather grandmother girlfriend boyfriend fiancee fiance partner friend colleague "
    "neighbor neighbour lawyer attorney parents siblings family relatives baby boy girl man woman teenager "
    "student resident victim suspect defendant named called body death home house car arrest trial murder "
    "funeral career life"
)

#: parts of speech-like tags of spaCy (Penn) that a name's own words carry
NAME_TAGS: Final = _set("NNP NNPS")

#: plurals before "of" and the name of a body, which at the head of a sentence only look like a part of it
MEMBERS: Final = _set(
    "fighters members militants soldiers troops supporters gunmen rebels elements commanders leaders officials "
    "officers followers survivors relatives"
)
