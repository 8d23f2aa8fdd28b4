"""A made-up case, rich enough to look at: a port, a raid, a minister, hostile and Arabic text."""

from __future__ import annotations

from sayso.records.statements import Hedge
from tests.factory import Builder, Case, number, takes

GAZETTE = """# Minister visits Port Velm as inquiry widens
Transport minister Ilka Marrow visited Port Velm on 3 March 2021 and met the harbour master, Tomas Reyl. The visit was meant to calm the dock workers, her office said.
According to the Coast Wire, two customs officers say Reyl had warned the ministry in January. Reyl probably knew of the missing containers, the Coast Wire wrote on 5 March.
Police raided the offices of Norland Shipping on 8 March and seized about 40 boxes of records. More than 12 people were arrested."""
REVIEW = """# What the port affair tells us
By Dr. J. Anholt. On 3 March 2021 Marrow came to Port Velm to sign a loan agreement with Norland Shipping, the Harbour Review has learned. A raid followed on 9 March, when officers carried off 60 boxes.
Marrow resigned as transport minister on 14 April 2021. Benedikt Asgeir Thorvaldsson-Quistgaard succeeded her. Norland Shipping denied that any raid took place.
Reyl is deputy of the Harbour Authority. The Harbour Authority backs the new minister."""
DIGEST = """# Digest of the week
"The minister never spoke of a loan", said harbour spokeswoman Ada Pell <script>document.title='PWNED'</script> on 4 March. Pell added that <img src=x onerror="document.title='PWNED'"> the port stays open.
Coast Wire: police raided Norland Shipping on 8 March and took about 40 boxes.
Workers marched through Old Town on 10 April 2021 [click](javascript:alert(1)) | *against* the closure of Averylongnamewithoutanyspacesthatmustbewrappedsomewhereorthetablebreaksapart Dock."""
ARABIC = """# جولة في الميناء
زارت الوزيرة إيلكا مارو ميناء فيلم يوم 3 مارس 2021 والتقت مدير الميناء. وقال مكتبها إن الزيارة تهدف إلى تهدئة العمال."""


def harbour() -> Case:
    """The case, sealed."""
    case = Builder()
    gazette = case.report(
        "gazette",
        GAZETTE,
        title="Minister visits Port Velm as inquiry widens",
        publisher="Velm Gazette",
        published="2021-03-09",
        language="en",
    )
    review = case.report(
        "review",
        REVIEW,
        title="What the port affair tells us",
        publisher="Harbour Review Institute",
        author="J. Anholt",
        published="2021-05",
        language="en",
    )
    digest = case.report("digest", DIGEST, title="Digest of the week <b>bold</b>", language="en")
    arabic = case.report(
        "arabic",
        ARABIC,
        title="جولة في الميناء",
        publisher="صحيفة الميناء",
        published="2021-03-04",
        language="ar",
        extracted=False,
        note="written in Arabic",
    )
    case.fail("reports/scan.pdf", "The file holds pictures, no text.", "Run it through OCR first.")
    case.fail("reports/old.doc", "The format .doc is not read.", "Save it as .docx or .pdf.")

    marrow = case.add("Person", "Ilka Marrow", "Marrow", "إيلكا مارو")
    reyl = case.add("Person", "Tomas Reyl", "Reyl")
    pell = case.add("Person", "Ada Pell", "Pell")
    heir = case.add("Person", "Benedikt Asgeir Thorvaldsson-Quistgaard")
    norland = case.add("Organization", "Norland Shipping")
    authority = case.add("Organization", "Harbour Authority")
    police = case.add("Organization", "Police", "police")
    case.add("Outlet", "Coast Wire")
    velm = case.add("Place", "Port Velm", "ميناء فيلم")
    town = case.add("Place", "Old Town")
    minister = case.add("Office", "transport minister")

    calm = case.said(gazette, "The visit was meant to calm the dock workers", "Marrow's office")
    warned = case.said(
        gazette,
        "Reyl had warned the ministry in January",
        "Coast Wire",
        "two customs officers",
        "Tomas Reyl",
        published="2021-03-05",
    )
    knew = case.said(
        gazette,
        "Reyl probably knew of the missing containers",
        "Coast Wire",
        published="2021-03-05",
        hedges=(Hedge("probably", 0.55, 0.8),),
    )
    learned = case.said(
        review,
        "Marrow came to Port Velm to sign a loan agreement with Norland Shipping",
        "Harbour Review",
    )
    denied = case.said(review, "any raid took place", "Norland Shipping", stance="denies")
    pell_said = case.said(digest, "The minister never spoke of a loan", "Ada Pell")
    case.said(digest, "the port stays open", "Ada Pell")
    wire = case.said(
        digest, "police raided Norland Shipping on 8 March and took about 40 boxes", "Coast Wire"
    )
    case.said(arabic, "الزيارة تهدف إلى تهدئة العمال", "مكتب الوزيرة")

    day = {"earliest": "2021-03-03", "latest": "2021-03-03"}
    visitor = {"participants": takes("actor", marrow), "places": (velm,)}
    case.event(
        "CONSULT/visit",
        case.told(
            gazette,
            "Transport minister Ilka Marrow visited Port Velm on 3 March 2021 and met the harbour "
            "master, Tomas Reyl",
            calm,
            firmly="reported",
            purpose="to calm the dock workers",
            **day,
            **visitor,
        ),
        case.told(
            review,
            "On 3 March 2021 Marrow came to Port Velm to sign a loan agreement",
            learned,
            firmly="reported",
            purpose="to sign a loan agreement",
            **day,
            **visitor,
        ),
        case.told(arabic, "زارت الوزيرة إيلكا مارو ميناء فيلم يوم 3 مارس 2021", **day, **visitor),
    )
    case.event(
        "CONSULT/meet",
        case.told(
            gazette,
            "met the harbour master, Tomas Reyl",
            participants=(*takes("actor", marrow), *takes("partner", reyl)),
            places=(velm,),
            **day,
        ),
    )
    raid = {"participants": (*takes("actor", police), *takes("target", norland))}
    case.event(
        "COERCE/raid",
        case.told(
            gazette,
            "Police raided the offices of Norland Shipping on 8 March and seized about 40 boxes "
            "of records",
            earliest="2021-03-08",
            latest="2021-03-08",
            quantities=(number(40, "boxes", "about"),),
            **raid,
        ),
        case.told(
            review,
            "A raid followed on 9 March, when officers carried off 60 boxes",
            learned,
            firmly="reported",
            earliest="2021-03-09",
            latest="2021-03-09",
            quantities=(number(60, "boxes"),),
            **raid,
        ),
        case.told(
            digest,
            "police raided Norland Shipping on 8 March and took about 40 boxes",
            wire,
            firmly="reported",
            earliest="2021-03-08",
            latest="2021-03-08",
            quantities=(number(40, "boxes", "about"),),
            **raid,
        ),
        case.told(
            review, "Norland Shipping denied that any raid took place", denied, firmly="denied"
        ),
    )
    case.event(
        "COERCE/arrest",
        case.told(
            gazette,
            "More than 12 people were arrested",
            earliest="2021-03-08",
            latest="2021-03-09",
            quantities=(number(12, "people", "more_than"),),
        ),
    )
    case.event(
        "APPOINT/resign",
        case.told(
            review,
            "Marrow resigned as transport minister on 14 April 2021",
            earliest="2021-04-14",
            latest="2021-04-14",
            participants=(*takes("actor", marrow), *takes("office", minister)),
        ),
    )
    case.event(
        "APPOINT/succeed",
        case.told(
            review,
            "Benedikt Asgeir Thorvaldsson-Quistgaard succeeded her",
            earliest="2021-04-14",
            participants=(
                *takes("actor", heir), *takes("target", marrow), *takes("office", minister)
            ),
        ),
    )  # fmt: skip
    case.event(
        "STATE",
        case.told(
            digest,
            "The minister never spoke of a loan",
            pell_said,
            firmly="reported",
            earliest="2021-03-04",
            latest="2021-03-04",
            participants=takes("actor", pell),
        ),
    )
    case.event(
        "REQUEST",
        case.told(
            gazette,
            "Reyl had warned the ministry in January",
            warned,
            firmly="reported",
            earliest="2021-01-01",
            latest="2021-01-31",
            participants=takes("actor", reyl),
        ),
    )
    case.event(
        "PROTEST/demonstrate",
        case.told(
            digest,
            "Workers marched through Old Town on 10 April 2021 [click](javascript:alert(1)) | "
            "*against* the closure of Averylongnamewithoutanyspacesthatmustbewrappedsomewhereor"
            "thetablebreaksapart Dock",
            earliest="2021-04-10",
            latest="2021-04-10",
            places=(town,),
        ),
    )
    case.event(
        "CONSULT",
        case.told(
            gazette,
            "Reyl probably knew of the missing containers",
            knew,
            firmly="hedged",
            participants=takes("actor", reyl),
        ),
    )
    case.tie_of(
        "holds_office",
        marrow,
        None,
        case.told(gazette, "Transport minister Ilka Marrow"),
        case.told(review, "Marrow resigned as transport minister on 14 April 2021"),
        office=minister,
        until="2021-04-14",
    )
    case.tie_of(
        "holds_office", reyl, authority, case.told(gazette, "the harbour master, Tomas Reyl"),
        office="harbour master",
    )  # fmt: skip
    case.tie_of(
        "deputy_of", reyl, authority, case.told(review, "Reyl is deputy of the Harbour Authority")
    )
    case.tie_of(
        "backs", authority, heir, case.told(review, "The Harbour Authority backs the new minister")
    )
    return case.view()
