import type { Feature } from '#src/platform/feature.ts'
import { voiceCommands } from './work/commands.ts'

/** 市民の声: what residents and staff say, through every channel. So far the commands on files. */
export const voices: Feature = {
  id: 'voices',
  label: '市民の声',
  permissions: {},
  actionLabels: {},
  pages: [],
  commands: voiceCommands,
  migrations: {},
}
