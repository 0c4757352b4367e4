import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commonCoverage, fontCoverage } from './font-coverage.ts'

/** BIZ UDPGothic and BIZ UDMincho (OFL), found where the packages are, whatever the working folder is. */
export const fontFiles = [
  'biz-udpgothic/400Regular/BIZUDPGothic_400Regular',
  'biz-udpgothic/700Bold/BIZUDPGothic_700Bold',
]
  .concat('biz-udmincho/400Regular/BIZUDMincho_400Regular', 'biz-udmincho/700Bold/BIZUDMincho_700Bold')
  .map((name) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`)))

export const fontFolders = fontFiles.map((file) => dirname(file))

export const readCoverage = () => commonCoverage(fontFiles.map((file) => fontCoverage(readFileSync(file))))
