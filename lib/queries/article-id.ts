/** Ids are uuids in the database and 32 hex digits everywhere else. */
export const ID_PATTERN = /^[0-9a-f]{32}$/;

export function shownId(uuid: string): string {
  return uuid.replaceAll("-", "");
}
