/** Result codes of SQLite when a disk is full or takes no more writes (sqlite.org/rescode.html): SQLITE_FULL, SQLITE_IOERR. */
const sqliteFull = 13
const sqliteInputOutput = 10

/** Whether something failed because there is no room to write. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true
  const result = 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return result === sqliteFull || result === sqliteInputOutput
}
