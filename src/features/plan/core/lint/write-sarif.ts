import type { Finding, Severity } from './finding.ts'
import type { LintReport } from './lint-plan.ts'
import { rules } from './rules.ts'

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { E: 'error', W: 'warning', I: 'note' }

type SarifOptions = { path: string; planTitle: string; states?: ReadonlyMap<string, 'new' | 'known'> }

/**
 * A report as SARIF 2.1.0 (OASIS), for programs that show findings of any checker. Things of the plan are logical
 * locations; a waived finding is suppressed, one that the version before had is `unchanged`.
 */
export function writeSarif(report: LintReport, { path, planTitle, states }: SarifOptions): string {
  const used = rules.filter(({ id }) => report.findings.some(({ ruleId }) => ruleId === id))
  const places = new Map(used.map(({ id }, place) => [id, place]))
  const run = {
    tool: {
      driver: {
        name: 'Shirube',
        rules: used.map(({ id, title, rationale, severity }) => ({
          id,
          shortDescription: { text: title },
          fullDescription: { text: rationale },
          defaultConfiguration: { level: levels[severity] },
        })),
      },
    },
    automationDetails: { description: { text: planTitle } },
    results: report.findings.map((finding) => ({
      ...resultOf(finding, path),
      ruleIndex: places.get(finding.ruleId),
      ...(states ? { baselineState: states.get(finding.fingerprint) === 'known' ? 'unchanged' : 'new' } : {}),
    })),
  }
  const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

const resultOf = ({ ruleId, severity, message, advice, fingerprint, ...finding }: Finding, path: string) => ({
  ruleId,
  level: levels[severity],
  message: { text: `${message}${advice}` },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: encodeURI(path) } },
      logicalLocations: [
        { fullyQualifiedName: finding.paragraphId ?? finding.subjectId, kind: finding.field ?? 'element' },
      ],
    },
  ],
  partialFingerprints: { 'shirube/1': fingerprint },
  ...(finding.waivedBy ? { suppressions: [{ kind: 'external', justification: finding.waivedBy }] } : {}),
})
