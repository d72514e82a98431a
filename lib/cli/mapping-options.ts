import { type Command, Option } from "commander";
import { FramescopeError } from "../errors.ts";
import { DATE_ORDERS, type DateOrder } from "../import/dates.ts";
import { FIELDS } from "../import/mapping.ts";
import type { MappingWishes } from "../import/plan.ts";

type Columns = NonNullable<MappingWishes["columns"]>;

/** What commands that read articles let the user say about columns. */
export interface MappingOptions {
  map?: Columns;
  dateOrder?: DateOrder;
  outlet?: string;
}

export function addMappingOptions(command: Command): Command {
  return command
    .option(
      "--map <field=column>",
      `which column fills a field, may be repeated: ${FIELDS.join(", ")}`,
      addColumn,
    )
    .addOption(new Option("--date-order <order>", "how to read 03/04/2026").choices(DATE_ORDERS))
    .option("--outlet <name>", "the outlet of rows that name none");
}

/** Adds one --map to those before it. */
function addColumn(text: string, before: Columns = {}): Columns {
  const equals = text.indexOf("=");
  const field = FIELDS.find((known) => known === text.slice(0, equals));
  const column = text.slice(equals + 1);
  if (equals < 0 || !field || column === "") {
    throw new FramescopeError(
      "bad_parameter",
      `--map takes field=column, with a field of ${FIELDS.join(", ")}; "${text}" is none.`,
      "map",
    );
  }
  return { ...before, [field]: column };
}

export function wishesOf({ map, dateOrder, outlet }: MappingOptions): MappingWishes {
  return { columns: map ?? {}, dateOrder: dateOrder ?? null, outlet: outlet ?? null };
}
