import { z } from 'zod'
import type { JobRun } from '#src/platform/jobs/job-kind.ts'
import { type MapAttribute, mapAttributes, wordMap, wordMapReport } from '../core/word-map-report.ts'
import { analysisInput, jsonFile, knownOnly } from './analysis-input.ts'
import { tokeniseRows } from './tokenise-rows.ts'

const attributes = Object.keys(mapAttributes) as [MapAttribute, ...MapAttribute[]]
const input = analysisInput.extend({ attribute: z.enum(attributes) })

/** Lays out words and the values of an attribute in a worker thread (語と属性の地図). */
export const run: JobRun = async (given, progress) => {
  const { rows, forcedWords, lists, seed, attribute } = input.parse(given)
  progress(10, '文を語に分けています')
  const { units, made } = await tokeniseRows(knownOnly(rows), { forcedWords, lists, seed })
  progress(60, '地区や年代による語の違いをさがしています')
  const values = new Map(rows.map((row) => [row.id, row[attribute] ?? '']))
  const valued = units.map((unit) => ({ ...unit, value: values.get(unit.id) ?? '' }))
  const map = wordMap.parse(wordMapReport(valued, made, { by: mapAttributes[attribute] }))
  progress(95, '書き出しています')
  return {
    file: jsonFile(map, '語と属性の地図.json'),
    remarks: [map.by, `語 ${map.words.length}`, `声 ${map.voices}件`],
  }
}
