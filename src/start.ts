import { buildIfStale } from './platform/assets.ts'
import { inOneWrite, jsonLog } from './platform/log.ts'
import { readSettings, type Settings, warningsFor } from './platform/settings.ts'
import { whyItCannotStart } from './platform/start-problems.ts'
import { stopGracefully } from './platform/stop-gracefully.ts'
import { openServer } from './server.ts'

const began = performance.now()
try {
  const settings = readSettings(process.env)
  await buildIfStale()
  const running = await openServer(settings, {
    log: jsonLog(inOneWrite((text) => process.stdout.write(text))),
    says: (sentence) => console.error(sentence),
  })
  greet(settings, running.link)
  stopGracefully(running)
} catch (error) {
  const reason = whyItCannotStart(error)
  if (!reason) throw error
  console.error(reason)
  process.exit(1)
}

function greet(settings: Settings, link: string | undefined) {
  console.log(`標 Shirube を始めました（${Math.round(performance.now() - began)} ms）`)
  console.log(`  公開サイト　${settings.address}/`)
  console.log(`  業務の画面　${settings.address}/staff`)
  if (link) {
    console.log(`  はじめてのサインイン（一度だけ使えます）`)
    console.log(`  ${link}`)
  }
  for (const warning of warningsFor(settings)) console.error(`注意：${warning}`)
}
