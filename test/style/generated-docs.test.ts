import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { features } from '#src/features/index.ts'
import { estimateFormat, estimateSpec } from '#src/features/surveys/core/estimate/estimate-spec.ts'
import { planDocument } from '#src/formats/plan-document.ts'
import { projectionFormat, projectionInputs } from '#src/formats/projection-inputs.ts'
import { surveyDataset, surveyFormat } from '#src/formats/survey-dataset.ts'
import { threadFile, threadFormat } from '#src/formats/thread.ts'
import { driftedOpinions, voiceFile } from '#src/formats/voice.ts'
import { projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'
import { roleLabels, roles } from '#src/lib/permissions.ts'
import type { Feature } from '#src/platform/feature.ts'

/**
 * Pages of `docs/` that are made from the code. When one differs, look whether the change is meant, then
 * write it anew: `npm test -- test/style/generated-docs.test.ts -u`.
 */

test('the JSON Schema of PlanDocument is current', async () => {
  const schema = z.toJSONSchema(planDocument, { io: 'input', target: 'draft-2020-12' })
  const named = { $id: 'shirube-plan/1', title: 'PlanDocument', ...schema }
  await expect(`${JSON.stringify(named, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/formats/plan-document.schema.json',
  )
})

test('the example of PlanDocument is one', () => {
  const example = JSON.parse(readFileSync('docs/formats/plan-document.example.json', 'utf8'))
  expect(planDocument.parse(example).items.length).toBeGreaterThan(2)
})

test('the JSON Schema of ProjectionInputs is current', async () => {
  const schema = z.toJSONSchema(projectionInputs, { io: 'input', target: 'draft-2020-12' })
  const named = { $id: projectionFormat, title: 'ProjectionInputs', ...schema }
  await expect(`${JSON.stringify(named, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/formats/projection-inputs.schema.json',
  )
})

test('the example of ProjectionInputs can be projected', () => {
  const example = JSON.parse(readFileSync('docs/formats/projection-inputs.example.json', 'utf8'))
  expect(projectByCohortComponent(projectionInputs.parse(example)).years).toEqual([2015, 2020, 2025])
})

test('the JSON Schemas of surveys are current', async () => {
  const schemas = [
    { id: surveyFormat, title: 'SurveyDataset', schema: surveyDataset, file: 'survey-dataset' },
    { id: estimateFormat, title: 'EstimateSpec', schema: estimateSpec, file: 'survey-estimate' },
  ]
  for (const { id, title, schema, file } of schemas) {
    const named = { $id: id, title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) }
    await expect(`${JSON.stringify(named, null, 2)}\n`).toMatchFileSnapshot(
      `../../docs/formats/${file}.schema.json`,
    )
  }
})

test('the JSON Schema of voices is current', async () => {
  const schema = z.toJSONSchema(voiceFile, { io: 'input', target: 'draft-2020-12' })
  const named = { $id: 'shirube-voice/1', title: 'VoiceFile', ...schema }
  await expect(`${JSON.stringify(named, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/formats/voice.schema.json',
  )
})

test('the JSON Schema of threads is current', async () => {
  const schema = z.toJSONSchema(threadFile, { io: 'input', target: 'draft-2020-12' })
  const named = { $id: threadFormat, title: 'ThreadFile', ...schema }
  await expect(`${JSON.stringify(named, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/formats/thread.schema.json',
  )
})

test('the example of voices is one, and its spans are right', () => {
  const { voices } = voiceFile.parse(JSON.parse(readFileSync('docs/formats/voice.example.json', 'utf8')))
  expect(voices.length).toBeGreaterThan(1)
  expect(voices.flatMap(driftedOpinions)).toEqual([])
})

test('the matrix of roles and actions is as the table says', async () => {
  await expect(matrix()).toMatchFileSnapshot('../../docs/permissions.md')
})

/** A feature that so far only has commands on files has no actions. */
const hasActions = ({ permissions }: Feature) => Object.keys(permissions).length > 0

/**
 * One table: who may do what. Stores enforce it; rules about one object (own section, four eyes) stand beside
 * the action.
 */
function matrix(): string {
  const head = `| することができる | ${roles.map((role) => roleLabels[role]).join(' | ')} |`
  const parts = features.filter(hasActions).map(({ label, permissions, actionLabels }) => {
    const rows = Object.entries(permissions).map(
      ([action, allowed]) =>
        `| ${actionLabels[action]}<br>\`${action}\` | ${roles.map((role) => (allowed.includes(role) ? '○' : '')).join(' | ')} |`,
    )
    return [`## ${label}`, '', head, `|---|${':-:|'.repeat(roles.length)}`, ...rows].join('\n')
  })
  return `# 役割と権限\n\nこの表は、プログラムの中の表（各機能の \`core/permissions.ts\`）からつくられ、テストが食い違いを見つけます。1人がいくつもの役割をもてます。\n公開は、版をつくった人とは別の人がします（アカウントではなく、人で見ます）。\n\n${parts.join('\n\n')}\n`
}

test('every action has its words', () => {
  for (const { id, permissions, actionLabels } of features) {
    expect([id, Object.keys(actionLabels).sort()]).toEqual([id, Object.keys(permissions).sort()])
  }
})
