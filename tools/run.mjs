// node tools/run.mjs start        the server
// node tools/run.mjs cli …        one command of the command line
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtServer } from './built-server.mjs'

const [entry] = process.argv.splice(2, 1)
const folder = folderOfServer()
if (folder) {
  enableCompileCache(join(folder, 'compiled'))
  await import(pathToFileURL(join(folder, `${entry}.js`)).href)
  flushCompileCache()
} else {
  await import('./tsx.ts')
  await import(`../src/${entry}.ts`)
}

/** Where nothing can be written the sources run as they are: slower to start, the same otherwise. */
function folderOfServer() {
  try {
    return builtServer()
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) throw error
    return undefined
  }
}
