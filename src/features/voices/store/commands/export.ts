import type { VoiceFile } from '#src/formats/voice.ts'
import { command } from '#src/platform/command.ts'
import { permissions } from '../../core/permissions.ts'
import { type Audience, voiceFileOf } from '../../core/voice-file.ts'
import { readVoiceStore } from '../queries/voice-store.ts'

/** The voices as a file (書き出し). A command, because the audit says who took which file out. */
export const exportVoices = command(
  permissions,
  'export-voices',
  async (context, { audience }: { audience: Audience }): Promise<VoiceFile> => {
    context.trail.reason = audience
    return voiceFileOf(await readVoiceStore(context), audience)
  },
)
