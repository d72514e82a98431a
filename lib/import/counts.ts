/** What has become of the rows of an import so far. rowsRead = added + known + changed + refused. */
export interface ImportCounts {
  rowsRead: number;
  added: number;
  /** The same text was here already. */
  known: number;
  /** The same article was here with another text: the first one was kept. */
  changed: number;
  /** Rows that repeat an article of this file; counted in known or changed too. */
  repeated: number;
  refused: number;
}

export const NO_COUNTS: Readonly<ImportCounts> = {
  rowsRead: 0,
  added: 0,
  known: 0,
  changed: 0,
  repeated: 0,
  refused: 0,
};

export function addCounts(a: Readonly<ImportCounts>, b: Readonly<ImportCounts>): ImportCounts {
  return {
    rowsRead: a.rowsRead + b.rowsRead,
    added: a.added + b.added,
    known: a.known + b.known,
    changed: a.changed + b.changed,
    repeated: a.repeated + b.repeated,
    refused: a.refused + b.refused,
  };
}
