import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../codebook/shipped.test-support.ts";
import { indexText } from "../text/index-text.ts";
import { PARTS, type Span } from "../types.ts";
import { findAttributions } from "./attribution.ts";
import { SIGNALS } from "./list.ts";

const codebook = shippedCodebook();

function partsOf(body: string, headline = "") {
  return {
    headline: indexText(headline, codebook.vocabulary),
    teaser: indexText("", codebook.vocabulary),
    body: indexText(body, codebook.vocabulary),
  };
}

/** The attributions of a text as "source | cue | content", where stretches of content are joined by "+". */
function read(body: string, headline = ""): string[] {
  const parts = partsOf(body, headline);
  return findAttributions(parts, codebook).map(({ part, source, cue, content }) => {
    const cut = (span: Span | null) =>
      span === null ? "-" : parts[part].text.slice(span.start, span.end);
    return [cut(source), cut(cue), content.map(cut).join(" + ") || "-"].join(" | ");
  });
}

describe("findAttributions", () => {
  it.each([
    ["The mayor said that the bridge was safe.", "The mayor | said | that the bridge was safe"],
    ["The bridge, she said, was safe.", "she | said | The bridge + was safe"],
    ["The bridge was safe, the mayor said.", "the mayor | said | The bridge was safe"],
    ["“It is safe,” said Ana Roe.", "Ana Roe | said | “It is safe,”"],
    ["Ana Roe, a cook, said the soup was cold.", "Ana Roe, a cook, | said | the soup was cold"],
    ["He told reporters on Monday that it rained.", "He | told | that it rained"],
    ["She said in a statement that it rained.", "She | said in a statement | that it rained"],
    ["According to the club, it rained.", "the club | According to | it rained"],
    ["It rained, according to the club.", "the club | according to | It rained"],
    [
      "The club has repeatedly denied it had paid.",
      "The club | has repeatedly denied | it had paid",
    ],
    ["The coach praised the young keeper, who left.", "The coach | praised | the young keeper"],
    ["He said it rained, but the road was dry.", "He | said | it rained"],
    ["She went on to say it rained.", "She | went on to say | it rained"],
    ["Critics see the toll as a trick.", "Critics | see | the toll as a trick"],
    ["The bridge is expected to close.", "The bridge | is expected | to close"],
    ["The guild talked about the toll.", "The guild | talked about | the toll"],
    ["The club said Monday that it rained.", "The club | said Monday | that it rained"],
    ["Some said it rained.", "Some | said | it rained"],
    ["Growers were deeply skeptical of the well.", "Growers | were deeply skeptical of | the well"],
    ["Guild Slams Toll On Old Bridge.", "Guild | Slams | Toll On Old Bridge"],
    ["The road, as the Herald reported, was shut.", "the Herald | reported | The road + was shut"],
    ["While she said it rained, the road was dry.", "she | said | it rained"],
    ["Mr. Roe (H-Ostrea) said it rained.", "Mr. Roe (H-Ostrea) | said | it rained"],
    ["“No,” said Ana Roe, a cook in Ostrea.", "Ana Roe, a cook in Ostrea | said | “No,”"],
    ["The plan was praised by the guild.", "the guild | was praised | The plan"],
    ["She was asked to pay the toll.", "- | was asked | to pay the toll"],
    ["The club pledged to pay.", "The club | pledged | to pay"],
    ["He praised the guild and has paid.", "He | praised | the guild"],
    ["The club's claim that it rained was false.", "The club's | claim | that it rained was false"],
    ["Divers raised new concerns about the lock.", "Divers | raised new concerns about | the lock"],
    ["Growers have voiced support for the dam.", "Growers | have voiced support for | the dam"],
    ["“It rained,” read the banner's text.", "the banner's text | read | “It rained,”"],
    ["“It rained,” the captain said quietly.", "the captain | said quietly | “It rained,”"],
    ["“It rained,” it read.", "it | read | “It rained,”"],
    ["She opened with a call for calm.", "- | call for | calm"],
    ["It fell because of fears that growers would leave.", "- | fears | that growers would leave"],
    ["Divers learned that the lock was old.", "Divers | learned that | the lock was old"],
    ["The guild has made a plea for calm.", "The guild | has made a plea for | calm"],
    ["There are fears over the dam.", "- | fears over | the dam"],
    ["His answer was that it rained.", "His | answer | was that it rained"],
    ["She closed the talk by asking growers to wait.", "She | asking | growers to wait"],
    ["The toll, which she believes will fall, is old.", "she | believes | will fall"],
    ["The toll that they opposed is old.", "they | opposed | -"],
    ["The court held that the toll was old.", "The court | held that | the toll was old"],
    ["Growers expect Mr. Roe to resign.", "Growers | expect | Mr. Roe to resign"],
    ["Growers still view Mr. Roe as a friend.", "Growers | still view | Mr. Roe as a friend"],
    ["It was a toll that the guild strongly opposed.", "the guild | strongly opposed | -"],
    ["The lawsuit demands a new vote.", "The lawsuit | demands | a new vote"],
    ["Emails released this week showed a debt.", "Emails released this week | showed | a debt"],
    ["She paid a toll and questioned the road.", "She | questioned | the road"],
    ["They've praised the plan.", "They've | praised | the plan"],
    ["Drivers are reluctant to pay.", "Drivers | are reluctant | to pay"],
    ["The keeper was upset that it rained.", "The keeper | was upset | that it rained"],
    ["The mayor was appalled by the toll.", "The mayor | was appalled by | the toll"],
    [
      "The captain's disdain for the crew was plain.",
      "The captain's | disdain | for the crew was plain",
    ],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it("leaves out what others think in another's words, and keeps what they say there", () => {
    expect(read("She said the club opposed the toll.")).toEqual([
      "She | said | the club opposed the toll",
    ]);
    expect(read("She said that he told them to wait.")).toEqual([
      "She | said | that he told them to wait",
      "he | told | to wait",
    ]);
  });

  it("reads a verb after to where it names a role", () => {
    expect(read("He found ways to portray her as a villain.").join()).toContain("| to portray |");
  });

  it("names nobody where only a word that joins stands before the cue", () => {
    expect(read("But asked if it rained, Ana left.")[0]).toMatch(/^- \| asked/);
    expect(read("After blaming the mayor, Ana left.")).toEqual(["- | blaming | the mayor"]);
    expect(read("Ana left, after blaming the mayor.")).toEqual(["Ana | blaming | the mayor"]);
  });

  it("gives cues that share a subject their own contents", () => {
    expect(
      read("Ana said it rained and urged the club to wait, adding that it would pass."),
    ).toEqual([
      "Ana | said | it rained",
      "Ana | urged | the club to wait",
      "Ana | adding | that it would pass",
    ]);
    expect(read("Ana praised the plan and calls Bo a friend.")).toEqual([
      "Ana | praised | the plan",
      "Ana | calls | Bo a friend",
    ]);
  });

  it.each([
    "She found the map in a drawer.",
    "The State Department moved.",
    "The stated aim is peace.",
    "The shop added 40 workers.",
    "A firm called Ostrea moved.",
    "The Post's office moved.",
    "Editor's note: the bridge is old.",
    "The road to the bridge appears to be wet.",
    "A large old firm called Ostrea moved.",
    "She made a table for the guild.",
    "The worry was old.",
    "In this post we list the roads.",
    "There is no doubt that it rained.",
    "A U.N.-backed court moved.",
    "The troops were backed up by tanks.",
    "See the previous post on roads.",
    "The bombing suspects, two cooks, left.",
    "“I said so” was the banner's text.",
    "Judgments that allow the toll are rare, and so are claims that are old.",
    "She held that post for years and posted a profit.",
    "He had a conviction for fraud, took the oath of office and made reservations for dinner.",
  ])("finds none in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("reads a headline's name before a colon where the body has it as a source", () => {
    const headline = "Roe: Bridge May Close Soon";
    expect(read("Ana Roe said the bridge was old.", headline)).toContain(
      "Roe | : | Bridge May Close Soon",
    );
    expect(read("The bridge is old.", headline)).toEqual([]);
    expect(read("Ana Analysis said it.", "Analysis: Bridge May Close Soon")).toHaveLength(1);
  });
});

describe("the lexical signals", () => {
  const word = fc.constantFrom(
    ...[
      "said",
      "May",
      "may",
      "claims",
      "that",
      "according to",
      "about",
      "5",
      "“",
      "”",
      '"',
      ",",
      ".",
    ],
    ...["regime", "Ana", "'", "’s", "\n", ":", "\ud800", "\u0000", "some", "many", "people", "not"],
  );
  const text = fc
    .array(fc.oneof(word, fc.string()), { maxLength: 60 })
    .map((words) => words.join(" "));

  it("never throw, and cut what lies within the text", () => {
    fc.assert(
      fc.property(text, text, (body, headline) => {
        const parts = partsOf(body, headline);
        const article = {
          text: { headline, teaser: "", body },
          parts,
          attributions: findAttributions(parts, codebook),
          quotations: [],
        };
        for (const { part, start, end } of SIGNALS.flatMap((signal) =>
          signal.find(article, codebook),
        )) {
          expect(PARTS).toContain(part);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(article.text[part].length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
