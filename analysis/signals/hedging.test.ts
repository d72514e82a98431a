import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.ts";
import { shippedCodebook } from "../codebook/shipped.test-support.ts";

const codebook = shippedCodebook();

/** The hedges of a body and a headline as "label: text". */
function hedgesIn(body: string, headline = ""): string[] {
  return analyze({ headline, teaser: "", body }, codebook)
    .flags.filter(({ signal }) => signal === "hedge")
    .map(({ label, text }) => `${label}: ${text}`);
}

describe("hedging", () => {
  it.each([
    ["Rain may fall.", "modal: may"],
    ["Rain may not fall.", "modal: may"],
    ["Rain may soon fall.", "modal: may"],
    ["Rain may take days or weeks.", "modal: may"],
    ["Rain may reach Ard or Bree.", "modal: may"],
    ["She may have lost or sold it.", "modal: may"],
    ["There are conflicting accounts.", "epistemic: conflicting accounts"],
    ["Rain might fall.", "modal: might"],
    ["The lake could rise.", "modal: could"],
    ["The story could not be true.", "modal: could"],
    ["It could not last.", "modal: could"],
    ["Sales could see a fall.", "modal: could"],
    ["It took about 400 days.", "approximator: about"],
    ["It took about a dozen boats.", "approximator: about"],
    ["It cost around $5 a head.", "approximator: around"],
    ["It weighed roughly 9 tons.", "approximator: roughly"],
    ["Some 30 boats sank.", "approximator: Some"],
    ["The lake appears to rise.", "epistemic: appears"],
    ["The lake appeared calm.", "epistemic: appeared"],
    ["It appears that the mill burned.", "epistemic: appears"],
    ["It appears the mill burned.", "epistemic: appears"],
    ["The lake seems higher.", "epistemic: seems"],
    ["The lake seems to rise.", "epistemic: seems"],
    ["It seems the mill burned.", "epistemic: seems"],
    ["The map suggests that a road was here.", "epistemic: suggests"],
    ["It was suggested that a road was here.", "weasel_source: It was suggested"],
    ["Snow is likely.", "epistemic: likely"],
    ["Snow is unlikely.", "epistemic: unlikely"],
    ["It is possible that it snowed.", "epistemic: It is possible"],
    ["The claim that it snowed was repeated.", "epistemic: claim"],
    ["Her claims that it snowed were wrong.", "epistemic: claims"],
    ["Baseless claims went round.", "epistemic: claims"],
    ["The mayor denied claims of a flood.", "epistemic: claims"],
    ["The alleged thief left.", "epistemic: alleged"],
    ["The purported letter was burned.", "epistemic: purported"],
    ["It is one of the oldest mills.", "approximator: one of the"],
    ["It is one of Norway's best mills.", "approximator: one of"],
    ["It is one of the old town's finest mills.", "approximator: one of the"],
  ])("flags the cue in %s", (text, flag) => {
    expect(hedgesIn(text)).toEqual([flag]);
  });

  it.each([
    ["Critics say it is late.", "Critics say"],
    ["Critics of the bridge often say it is late.", "Critics"],
    ["The bridge was praised by other experts.", "experts"],
    ["Many farmers believe it is late.", "Many"],
    ["Some have clearly argued that it is late.", "Some"],
    ["The bridge is now regarded as a failure.", "regarded"],
    ["The bridge is widely believed to be late.", "widely"],
    ["It was also reported that the bridge was late.", "reported"],
    ["The bridge, as some farmers say, is late.", "some"],
    ["It is what many locals call a folly.", "many"],
    ["The mayor said that most voters believe her.", "most"],
    ["The town's most famous bridge was closed.", "most famous"],
    ["The bridge is regarded by some as a folly.", "some"],
    ["Ten farmers left, and others say it was late.", "others say"],
    ["The bridge, others of the town believe, is late.", "others"],
    ["It is usually hoped that the bridge will hold.", "hoped"],
    ["It was often questioned whether the bridge would hold.", "questioned"],
    ["The bridge is also said to move.", "said"],
  ])("names a source without a name in %s", (text, cue) => {
    expect(hedgesIn(text)).toContain(`weasel_source: ${cue}`);
  });

  it.each([
    "Many farmers left.",
    "Many were lost.",
    "It has so many lakes that none has a name.",
    "It rained for several days.",
    "She lost most of her boats.",
    "In 1904 most mills closed.",
    "Two boats as well as several rafts sank.",
    "Three sank, while some soon turned back.",
    "The boats came home, some carrying fish.",
    "Most are idle.",
    "We saw some children.",
  ])("calls the open number in %s an approximator", (text) => {
    expect(hedgesIn(text)).toEqual([
      expect.stringMatching(/^approximator: ([Mm]any|[Ss]ome|several|[Mm]ost)$/),
    ]);
  });

  it.each([
    "It opened on May 5, and in May again.",
    "Theresa May left, and after that May never came.",
    "In last May and next May it rained.",
    "The oven may also be used for bread.",
    "The lamp may be fixed or loose, and a cart may carry either.",
    "The military might of the town was small, and so was the might of its king.",
    "She could not see the lake, and they could hear it.",
    "They could not agree, and she could have called.",
    "The mayor could not be reached.",
    "They talked about boats and walked around the lake.",
    "They talked about 12 boats.",
    "She appeared on stage at noon.",
    "It appeared on stage, in print and before the court.",
    "The lights made the hall appear bigger.",
    "She suggested leaving.",
    "Ana Roe suggested that they leave.",
    "It is possible to leave by boat.",
    "The flood claimed two lives, a group claimed responsibility, and the insurer paid the claim.",
    "Weekly jobless claims fell, and her benefit claim was denied.",
    "The mayor claims that it snowed.",
    "They alleged that he took it.",
    "How many boats? Some time later, two.",
    "The most expensive boat sailed, the town's most recent one and the 46th most expensive too.",
    "Not that many boats came, and as many left.",
    "Some obvious reason was given, and it came from most recent maps.",
    "He is one of the guards, and one of the mayor's sons.",
    "It is one of the two oldest mills.",
    "It burned in the strongest possible wind.",
    "She hoped to leave, he said that it was late, and she was questioned for two hours.",
    "The grave is unknown to the guards, and a seal is often seen in the bay.",
    "The experts at the museum opened the box.",
    "The plan was considered by the council.",
  ])("flags none in %s", (text) => {
    expect(hedgesIn(text)).toEqual([]);
  });

  it("counts a phrase once, whatever the labels of its words", () => {
    expect(hedgesIn("It would probably snow, and may perhaps rain.")).toEqual([
      "modal: would probably",
      "modal: may perhaps",
    ]);
  });

  it.each([
    ["It may be perhaps about to rain.", ["medium", "strong"]],
    ["It took about 400 days.", ["weak"]],
  ])("says how far the hedges of %s hold back", (text, strengths) => {
    const flags = analyze({ headline: "", teaser: "", body: text }, codebook).flags;
    const rules = flags.map(({ evidence }) => evidence[1]?.rule);
    expect(rules).toEqual(strengths.map((strength) => `strength_${strength}`));
  });

  it.each([
    ["Lake Towns May Be Flooded Soon", ["modal: May"]],
    ["Lake Towns May Not Open Gates", ["modal: May"]],
    ["Lake Towns May Ferry Guests Home", ["modal: May"]],
    ["Lake Towns' May Fair Opens", []],
    ["Towns Vote on May 5", []],
    ["US, UK May Be Up To It", ["modal: May"]],
    ["PM May signs deal", []],
    ["Minister May Leaves Town", []],
  ])("reads May in the headline %s", (headline, flags) => {
    expect(hedgesIn("", headline)).toEqual(flags);
  });
});
