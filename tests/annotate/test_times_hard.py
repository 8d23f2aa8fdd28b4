"""Hard expressions of every kind: the words, the sentence, the report's day, first and last day."""

from __future__ import annotations

import pytest

from sayso.annotate.times import Reading, read_times

CASES = """
April 3, 2019|The envoy arrived on April 3, 2019.|2020-01-10|2019-04-03|2019-04-03
3rd of April 2019|The envoy arrived on the 3rd of April 2019.|2020-01-10|2019-04-03|2019-04-03
03/04/2019|On 25/03/2019 he left; on 03/04/2019 he came back.|2020-01-10|2019-04-03|2019-04-03
2019/04/03|The log of 2019/04/03 shows it.|2020-01-10|2019-04-03|2019-04-03
3.4.2019|Der Brief of 3.4.2019 says so.|2020-01-10|2019-04-03|2019-04-03
03-04-2019|It was stamped 03-04-2019 and 25-04-2019.|2020-01-10|2019-04-03|2019-04-03
3 Apr 2019|Filed on 3 Apr 2019.|2020-01-10|2019-04-03|2019-04-03
Apr. 3|BEIRUT, Apr. 3 (Agency) - The port burned.|2019-04-04|2019-04-03|2019-04-03
Wednesday, April 3rd|It closed on Wednesday, April 3rd.|2019-05-01|2019-04-03|2019-04-03
the second half of 2019|Trade fell in the second half of 2019.|2020-06-01|2019-07-01|2019-12-31
Q3 2019|Sales rose in Q3 2019.|2020-06-01|2019-07-01|2019-09-30
the last quarter of 2018|Sales rose in the last quarter of 2018.|2020-06-01|2018-10-01|2018-12-31
the first quarter of this year|Sales rose in the first quarter of this year.|2020-06-01|2020-01-01|2020-03-31
winter 2018-19|The pass was closed in winter 2018-19.|2020-06-01|2018-12-01|2019-02-28
the winter of 2018/2019|The pass was closed in the winter of 2018/2019.|2020-06-01|2018-12-01|2019-02-28
last summer|They fled last summer.|2020-03-01|2019-06-01|2019-08-31
the 1970s|They fled in the 1970s.|2020-03-01|1970-01-01|1979-12-31
the early 1970s|They fled in the early 1970s.|2020-03-01|1970-01-01|1973-12-31
the nineteenth century|Built in the nineteenth century.|2020-03-01|1800-01-01|1899-12-31
the late 19th century|Built in the late 19th century.|2020-03-01|1867-01-01|1899-12-31
the mid-seventies|Built in the mid-seventies.|2020-03-01|1974-01-01|1976-12-31
early 2018|They fled in early 2018.|2020-03-01|2018-01-01|2018-04-30
mid-2018|They fled in mid-2018.|2020-03-01|2018-05-01|2018-08-31
late 2018|They fled in late 2018.|2020-03-01|2018-09-01|2018-12-31
the end of 2018|They fled at the end of 2018.|2020-03-01|2018-11-01|2018-12-31
the beginning of 2018|They fled at the beginning of 2018.|2020-03-01|2018-01-01|2018-02-28
the end of March 2018|They fled at the end of March 2018.|2020-03-01|2018-03-21|2018-03-31
early in March 2018|They fled early in March 2018.|2020-03-01|2018-03-01|2018-03-10
the first week of March 2018|They fled in the first week of March 2018.|2020-03-01|2018-03-01|2018-03-07
the week of 5 March 2018|They fled in the week of 5 March 2018.|2020-03-01|2018-03-05|2018-03-11
between August 2-3, 2020|It happened on the night between August 2-3, 2020.|2020-09-01|2020-08-02|2020-08-03
June and October 2020|Two rounds were held in June and October 2020.|2021-09-01|2020-06-01|2020-10-31
November 18-19|He was in Baghdad on November 18-19.|2020-12-01|2020-11-18|2020-11-19
2011-13|The drought of 2011-13 emptied the villages.|2020-12-01|2011-01-01|2013-12-31
from 2011 to 2013|It lasted from 2011 to 2013.|2020-12-01|2011-01-01|2013-12-31
from March to May 2018|It lasted from March to May 2018.|2020-12-01|2018-03-01|2018-05-31
from late 2017 to early 2018|It lasted from late 2017 to early 2018.|2020-12-01|2017-09-01|2018-04-30
December 2017 to February 2018|It lasted from December 2017 to February 2018.|2020-12-01|2017-12-01|2018-02-28
30 September to 2 October 2018|He toured from 30 September to 2 October 2018.|2020-12-01|2018-09-30|2018-10-02
from Monday to Wednesday|Talks ran from Monday to Wednesday.|2021-03-12|2021-03-08|2021-03-10
5, 7 and 9 June 2018|Hearings were held on 5, 7 and 9 June 2018.|2020-12-01|2018-06-05|2018-06-09
the night of 13 April 2018|It fell on the night of 13 April 2018.|2020-12-01|2018-04-13|2018-04-13
in the early hours of 3 January 2020|He was killed in the early hours of 3 January 2020.|2020-12-01|2020-01-03|2020-01-03
two weeks prior|The pact was signed on 20 May 2018. Two weeks prior the talks had stalled.|2020-12-01|2018-05-06|2018-05-06
two days later|The pact was signed on 20 May 2018. He left two days later.|2020-12-01|2018-05-22|2018-05-22
The following month|The pact was signed on 20 May 2018. The following month it was broken.|2020-12-01|2018-06-01|2018-06-30
A year earlier|The pact was signed on 20 May 2018. A year earlier nobody had expected it.|2020-12-01|2017-01-01|2017-12-31
The next day|The pact was signed on 20 May 2018 (Gazette, 3 June 2018). The next day he left.|2020-12-01|2018-05-21|2018-05-21
the past year|Over the past year prices doubled.|2020-12-01|2019-12-01|2020-12-01
the past three months|Over the past three months prices doubled.|2020-12-01|2020-09-01|2020-12-01
the last ten days|In the last ten days 40 people died.|2020-12-11|2020-12-01|2020-12-11
Since then|The bridge fell on 20 May 2018. Since then the road has been shut.|2020-12-01|2018-05-20|2020-12-01
until 2016|He was minister until 2016.|2020-12-01||2016-12-31
before June 2015|He left before June 2015.|2020-12-01||2015-05-31
by the end of 2015|He had left by the end of 2015.|2020-12-01||2015-12-31
no later than 5 June 2015|He must leave no later than 5 June 2015.|2020-12-01||2015-06-05
yesterday|He left yesterday.|2020-03-01|2020-02-29|2020-02-29
the day before yesterday|He left the day before yesterday.|2020-03-01|2020-02-28|2020-02-28
three weeks ago|He left three weeks ago.|2020-03-22|2020-02-24|2020-03-01
two years ago|He left two years ago.|2020-03-22|2018-01-01|2018-12-31
last month|He left last month.|2020-03-22|2020-02-01|2020-02-29
next month|He will leave next month.|2020-03-22|2020-04-01|2020-04-30
this year|He arrived this year.|2020-03-22|2020-01-01|2020-12-31
earlier this month|He arrived earlier this month.|2020-03-22|2020-03-01|2020-03-22
earlier this week|He arrived earlier this week.|2020-03-20|2020-03-16|2020-03-20
last Tuesday|He arrived last Tuesday.|2020-03-20|2020-03-17|2020-03-17
Monday morning|He arrived on Monday morning.|2020-03-20|2020-03-16|2020-03-16
Sunday night|He will arrive on Sunday night.|2020-03-20|2020-03-22|2020-03-22
last night|He was shot last night.|2020-03-20|2020-03-19|2020-03-19
this morning|He was shot this morning.|2020-03-20|2020-03-20|2020-03-20
the first Sunday of May 2018|He spoke on the first Sunday of May 2018.|2020-03-20|2018-05-06|2018-05-06
the last Friday of May 2018|He spoke on the last Friday of May 2018.|2020-03-20|2018-05-25|2018-05-25
Christmas 2019|They met at Christmas 2019.|2020-03-20|2019-12-25|2019-12-25
Christmas Day|They met on Christmas Day.|2020-03-20|2019-12-25|2019-12-25
Easter Sunday 2019|They met on Easter Sunday 2019.|2020-03-20|2019-04-21|2019-04-21
Good Friday 2019|They met on Good Friday 2019.|2020-03-20|2019-04-19|2019-04-19
Ramadan 2019|Attacks rose during Ramadan 2019.|2020-03-20|2019-05-06|2019-06-03
Eid al-Fitr 2019|They met on Eid al-Fitr 2019.|2020-03-20|2019-06-04|2019-06-04
1 Muharram 1442|It was dated 1 Muharram 1442.|2021-03-20|2020-08-20|2020-08-20
13 Dey 1398|It was dated 13 Dey 1398.|2021-03-20|2020-01-03|2020-01-03
Farvardin 1399|It appeared in Farvardin 1399.|2021-03-20|2020-03-20|2020-04-19
480 BC|The league fought in 480 BC.|2021-03-20|-0479-01-01|-0479-12-31
the 5th century BC|Built in the 5th century BC.|2021-03-20|-0499-01-01|-0400-12-31
the third quarter of fiscal 2021|Its fiscal year ended September 30, 2021. It grew in the third quarter of fiscal 2021.|2021-11-04|2021-04-01|2021-06-30
Q4 FY21|Its fiscal year ends on 30 June. It grew in Q4 FY21.|2021-11-04|2021-04-01|2021-06-30
FY 2013/14|The financial year begins on 1 April. It grew in FY 2013/14.|2014-11-04|2013-04-01|2014-03-31
the quarter|In the quarter ended August 31 it lost money.|2008-09-16|2008-06-01|2008-08-31
the December quarter|Sales rose in the December quarter.|2010-01-25|2009-10-01|2009-12-31
the year|Prices rose 14 percent in the year to September.|2019-10-08|2018-10-01|2019-09-30
the first half of the twelfth century|Built in the first half of the twelfth century.|2020-03-01|1100-01-01|1149-12-31
the last half of the '80s|It rose in the last half of the '80s.|1989-11-01|1985-01-01|1989-12-31
the third millennium BC|It dates from the third millennium BC.|2020-03-01|-2999-01-01|-2000-12-31
the early 60s BC|He ruled in the early 60s BC.|2020-03-01|-0068-01-01|-0065-12-31
the 60s|He sang in the 60s.|2020-03-01|1960-01-01|1969-12-31
the 8th to the 6th century BC|It stood from the 8th to the 6th century BC.|2020-03-01|-0799-01-01|-0500-12-31
866|Founded in the tenth century, burnt in 866 and in 1086.||0866-01-01|0866-12-31
Easter 387|He was bishop from AD 374. At Easter 387 he baptised him.||0387-04-25|0387-04-25
the last day of May 2019|They met on the last day of May 2019.|2020-03-01|2019-05-31|2019-05-31
the first day of Ramadan 1442|It began on the first day of Ramadan 1442.|2021-06-01|2021-04-13|2021-04-13
the last two weeks of February 1951|It lasted the last two weeks of February 1951.|2020-03-01|1951-02-15|1951-02-28
a week ago today|It last met a week ago today.|2013-03-05|2013-02-26|2013-02-26
Two Sundays ago|Two Sundays ago it closed.|2018-04-16|2018-04-08|2018-04-08
in five years' time|She may leave in five years' time.|2018-08-20|2023-01-01|2023-12-31
Hours later|It was shelled on May 27. Hours later they denied it.|2019-05-31|2019-05-27|2019-05-27
October|They got nothing from October onwards.|2011-02-15|2010-10-01|2011-02-15
the year ahead|Shops will close in the year ahead.|2021-06-14|2021-06-14|2022-06-14
Lunar New Year 2024|Flights were added for Lunar New Year 2024.|2023-12-15|2024-02-10|2024-02-10
Diwali|It was loud on Diwali.|2023-12-15|2023-11-12|2023-11-12
Easter Monday 1916|They rose on Easter Monday 1916.||1916-04-24|1916-04-24
Mehr|The law of 5 Khordad 1399 failed in Mehr.|2020-12-01|2020-09-22|2020-10-21
The week before|They met on 10 April 2019 and will decide by 31 October. The week before nobody had come.|2019-05-31|2019-04-01|2019-04-07
15 March 44 BC|He was killed on 15 March 44 BC.|2021-03-20|-0043-03-15|-0043-03-15
AD 79|The town was buried in AD 79.|2021-03-20|0079-01-01|0079-12-31
fiscal year 2019|The army spent it in fiscal year 2019.|2021-03-20|2019-01-01|2019-12-31
FY2019|The army spent it in FY2019.|2021-03-20|2019-01-01|2019-12-31
Three days after the resignation|The minister resigned on 4 May 2018. Three days after the resignation a new one was sworn in.|2020-03-20|2018-05-07|2018-05-07
since the killing of Haddad|Haddad was killed on 3 January 2020. Much has changed since the killing of Haddad.|2020-06-01|2020-01-03|2020-06-01
after assuming his position in January 2020|He visited twice after assuming his position in January 2020.|2020-12-01|2020-01-01|2020-12-01
more than a year after the coup|The coup took place on 1 February 2021. More than a year after the coup the talks began.|2022-12-01|2022-02-01|2022-12-01
a few days later|The bridge fell on 20 May 2018. It was closed a few days later.|2020-12-01|2018-05-20|
the day after the vote|The vote was held on 20 May 2018. The day after the vote he fled.|2020-12-01|2018-05-21|2018-05-21
the eve of the vote|The vote was held on 20 May 2018. On the eve of the vote he fled.|2020-12-01|2018-05-19|2018-05-19
that year|The bridge fell in May 2018. Later that year it was rebuilt.|2020-12-01|2018-05-01|2018-12-31
the same month|The bridge fell on 20 May 2018. The same month it was rebuilt.|2020-12-01|2018-05-01|2018-05-31
the previous year|The bridge fell in May 2018. It had been checked the previous year.|2020-12-01|2017-01-01|2017-12-31
in the coming weeks|They will vote in the coming weeks.|2020-12-01|2020-12-01|2021-01-12
the next two days|They will vote in the next two days.|2020-12-01|2020-12-01|2020-12-03
mid-March|They left in mid-March.|2020-04-02|2020-03-11|2020-03-20
late last year|They left late last year.|2020-04-02|2019-09-01|2019-12-31
early next year|They will leave early next year.|2020-04-02|2021-01-01|2021-04-30
February of the next year|The fort fell on 3 July 2012. In February of the next year it was retaken.|2020-04-02|2013-02-01|2013-02-28
the end of last month|They left at the end of last month.|2020-04-12|2020-03-21|2020-03-31
the end of the year|They will leave by the end of the year.|2020-04-12||2020-12-31
the 20th of March|They left on the 20th of March.|2020-04-12|2020-03-20|2020-03-20
on the 20th|The vote was on 11 May 2018. On the 20th they left.|2020-12-01|2018-05-20|2018-05-20
around 20 May 2018|They left around 20 May 2018.|2020-12-01|2018-05-20|2018-05-20
between 10 and 15 May 2018|They left between 10 and 15 May 2018.|2020-12-01|2018-05-10|2018-05-15
between 10 May and 15 June 2018|They left between 10 May and 15 June 2018.|2020-12-01|2018-05-10|2018-06-15
the two years to June 2018|Prices fell in the two years to June 2018.|2020-12-01|2016-07-01|2018-06-30
the weekend of 9-10 May 2020|It was on the weekend of 9-10 May 2020.|2020-12-01|2020-05-09|2020-05-10
'89|The wall fell in '89.|1995-12-01|1989-01-01|1989-12-31
2012/13|Output fell in 2012/13.|2020-12-01|2012-01-01|2013-12-31
May Day 2019|They marched on May Day 2019.|2020-03-20|2019-05-01|2019-05-01
Nowruz 2019|They met at Nowruz 2019.|2020-03-20|2019-03-21|2019-03-21
Yom Kippur 2019|They met on Yom Kippur 2019.|2020-03-20|2019-10-09|2019-10-09
Quds Day 2019|They marched on Quds Day 2019.|2020-03-20|2019-05-31|2019-05-31
22 Bahman 1357|It fell on 22 Bahman 1357.|2020-03-20|1979-02-11|1979-02-11
1442 AH|It was built in 1442 AH.|2023-03-20|2020-08-20|2021-08-08
Ramadan|Attacks rose during Ramadan.|2019-08-20|2019-05-06|2019-06-03
more than two years ago|He left more than two years ago.|2020-03-22||2018-12-31
less than two weeks later|The bridge fell on 20 May 2018. It was open less than two weeks later.|2020-12-01|2018-05-20|2018-06-03
by 5 June 2015|The road must be open by 5 June 2015.|2020-12-01||2015-06-05
the third day of the siege|The siege began on 4 May 2018. On the third day of the siege water ran out.|2020-12-01|2018-05-06|2018-05-06
Two weeks later|Police came in late March 2018. Two weeks later they left.|2020-12-01|2018-04-04|2018-04-14
in the 3rd century BC|The wall was built in the 3rd century BC.|2020-12-01|-0299-01-01|-0200-12-31
the 470s BC|The league ruled throughout the 470s BC.|2020-12-01|-0478-01-01|-0469-12-31
Early the next morning|He was shot on 14 April 1865. Early the next morning he died.|2009-12-19|1865-04-15|1865-04-15
the week before last|They met the week before last.|2014-09-09|2014-08-25|2014-08-31
the Friday before last|They met on the Friday before last.|2014-09-09|2014-08-29|2014-08-29
the month after next|They will meet the month after next.|2014-09-09|2014-11-01|2014-11-30
the 28th of last month|They met on the 28th of last month.|2014-09-09|2014-08-28|2014-08-28
a month ago tomorrow|They met a month ago tomorrow.|2011-03-14|2011-02-15|2011-02-15
A year and three months later|He died on 3 February 1998. A year and three months later she left.|2014-09-09|1999-05-01|1999-05-31
The morning after|Shells fell on 4 May 2008. The morning after, stalls opened.|2014-09-09|2008-05-05|2008-05-05
Monday through Wednesday|The court sat Monday through Wednesday.|2017-11-17|2017-11-13|2017-11-15
the evening of 3 and the morning of 5 October|The pass was shut between the evening of 3 and the morning of 5 October.|2017-10-22|2017-10-03|2017-10-05
midway through 2016|It began midway through 2016.|2017-11-17|2016-05-01|2016-08-31
the last Friday of Ramadan|They marched on the last Friday of Ramadan.|2021-05-21|2021-05-07|2021-05-07
the second week of Ramadan|They marched in the second week of Ramadan.|2021-05-21|2021-04-20|2021-04-26
Nowruz 1399|They marched at Nowruz 1399.|2021-05-21|2020-03-20|2020-03-20
the previous spring|The party split last autumn. The previous spring it had won.|2021-02-03|2020-03-01|2020-05-31
The same month of the previous year|It broke out in May 2018. The same month of the previous year had been calm.|2018-08-30|2017-05-01|2017-05-31
the first seven months|Over the first seven months of 2018 trade fell.|2018-08-30|2018-01-01|2018-07-31
early spring 2014|It was in early spring 2014.|2018-08-30|2014-03-01|2014-03-31
a year earlier|For the nine months ended 30 June sales rose; a year earlier they fell.|2021-08-20|2019-10-01|2020-06-30
fiscal first quarter|Its fiscal year ends on 30 June. In its fiscal first quarter sales rose.|2013-11-10|2013-07-01|2013-09-30
midnight|It rang shortly before midnight on 3 March.|2020-03-31|2020-03-03|2020-03-03
before dawn|Soldiers came before dawn on 8 March.|2020-03-31|2020-03-08|2020-03-08
after midnight|It broke after midnight on 9 March.|2020-03-31|2020-03-09|2020-03-09
0600 GMT|It rang at 0600 GMT on 12 March.|2020-03-31|2020-03-12|2020-03-12
"""


def cases() -> list[tuple[str, ...]]:
    """The rows of the table; an empty day is not compared."""
    return [tuple(line.split("|")) for line in CASES.strip().splitlines()]


def meant(words: str, sentence: str, report: str) -> set[tuple[str | None, str | None]]:
    """What the readings say that touch the words, each alone and all together."""
    start = sentence.lower().find(words.lower())
    low, high = (start, start + len(words)) if start >= 0 else (0, len(sentence))
    found = [r for r in read_times(sentence, report) if r.start < high and r.end > low]
    bounds = [(r.earliest, r.latest) for r in found]
    return {*bounds, *_together(found)}


def _together(found: list[Reading]) -> list[tuple[str, str]]:
    firsts = [r.earliest for r in found if r.earliest]
    lasts = [r.latest for r in found if r.latest]
    complete = len(firsts) == len(lasts) == len(found) > 1
    return [(min(firsts), max(lasts))] if complete else []


@pytest.mark.parametrize(
    ("words", "sentence", "report", "first", "last"), cases(), ids=lambda text: text[:40]
)
def test_hard_expressions(words: str, sentence: str, report: str, first: str, last: str) -> None:
    """Each expression lies where a reader of the whole sentence would put it."""
    found = meant(words, sentence, report)
    assert any(first in ("", a) and last in ("", b) for a, b in found), found


@pytest.mark.parametrize(
    "text",
    [
        "on 30 February 2020", "on 29 February 2019", "on 2019-02-29", "on 29/02/2019", "on 31/31/2020", "on February 30", "on 31 June 2019", "at 25:61",
        "in the 40th century", "on the 45th of May", "31 Muharram 1442", "on 32 May",
    ],
)  # fmt: skip
def test_impossible_dates_are_no_dates(text: str) -> None:
    """What no calendar has is never a day."""
    assert all(r.grain != "day" for r in read_times(f"It happened {text}.", "2021-03-10"))


@pytest.mark.parametrize(
    "text",
    [
        "The Arab Spring changed much.", "The spring of the watch broke.", "He took a fall.",
        "The Mehr News Agency wrote it.", "Mr. Bahman spoke.", "Aban is a village.",
        "They won at the Winter Olympics.", "It stands on the 20th floor.",
        "The former minister spoke.", "At the same time he spoke.",
    ],
)  # fmt: skip
def test_names_and_idioms_are_no_times(text: str) -> None:
    """Words that only look like times are left alone."""
    assert read_times(text, "2021-03-10") == []
