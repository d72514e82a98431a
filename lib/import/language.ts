type Recogniser = typeof import("eld/small")["eld"];

/** Language of a text too short or too strange to tell. */
export const UNDETERMINED = "und";
/** Characters that are looked at: more cost time and change nothing on news. */
const SAMPLE = 600;

/** Codes that libraries use and Intl does not canonicalise. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = {
  chi: "zh",
  cze: "cs",
  dut: "nl",
  fre: "fr",
  ger: "de",
  gre: "el",
  per: "fa",
  rum: "ro",
  slo: "sk",
  wel: "cy",
};
const NAMED = [
  "ar",
  "bg",
  "bn",
  "ca",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "eu",
  "fa",
  "fi",
  "fr",
  "gl",
  "gu",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "it",
  "ja",
  "ka",
  "ko",
  "lt",
  "lv",
  "mk",
  "ms",
  "nl",
  "no",
  "pl",
  "pt",
  "ro",
  "ru",
  "sk",
  "sl",
  "sq",
  "sr",
  "sv",
  "sw",
  "ta",
  "te",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
];

let byName: Map<string, string> | null = null;

function languageNames(): Map<string, string> {
  byName ??= new Map(
    NAMED.flatMap((code) =>
      ["en", code].map((display): [string, string] => {
        const name = new Intl.DisplayNames([display], { type: "language" }).of(code) ?? code;
        return [name.toLowerCase(), code];
      }),
    ),
  );
  return byName;
}

/**
 * The two-letter code (three where there are no two) of what a language column says; null where it says nothing known.
 *
 * @example normaliseLanguage("English") // "en", as for "EN", "eng", "en-US", "en_GB"
 */
export function normaliseLanguage(text: string): string | null {
  const lower = text.trim().toLowerCase().replaceAll("_", "-");
  const named = languageNames().get(lower) ?? BIBLIOGRAPHIC[lower];
  if (named) return named;
  if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(lower)) return null;
  try {
    const code = new Intl.Locale(lower).language;
    return code.length === 2 ||
      new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(code)
      ? code
      : null;
  } catch {
    return null;
  }
}

export interface LanguageDetector {
  /** The code of a text's language, "und" where it can't be told. */
  detect(text: { headline: string; teaser: string; body: string }): string;
}

let loading: Promise<Recogniser> | null = null;

/** Loads the recogniser (about 65 MB of memory) when it is first needed. */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  loading ??= import("eld/small").then((module) => module.eld);
  const eld = await loading;
  return {
    detect({ headline, teaser, body }) {
      // Headlines are too short to tell by themselves, so they are asked only where there is no body.
      const text = body.trim() === "" ? `${teaser}\n${headline}` : body;
      return eld.detect(text.slice(0, SAMPLE)).language || UNDETERMINED;
    },
  };
}
