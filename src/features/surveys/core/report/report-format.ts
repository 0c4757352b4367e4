import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import type { PortfolioSeries } from '#src/lib/chart/portfolio-frame.ts'
import type { BarSeries } from '#src/lib/chart/share-bars-chart.tsx'
import type { StackedSeries } from '#src/lib/chart/stacked-shares-chart.tsx'
import type { ResponseStatistics } from '../results/response-statistics.ts'
import type { Survey } from '../survey.ts'
import type { Source } from './make-stamp.ts'
import type { Stamp } from './stamp.ts'

export type ReportChart =
  | { kind: 'bars'; series: BarSeries }
  | { kind: 'stacked'; series: StackedSeries }
  | { kind: 'portfolio'; series: PortfolioSeries }

/** A table of the report. `widths` are shares of the width that make 100; the columns `numeric` stand right. */
export type ReportTable = {
  title: string
  subtitle: string
  finding: string
  head: readonly string[]
  widths: readonly number[]
  numeric: readonly number[]
  rows: readonly (readonly string[])[]
  stamp: Stamp | undefined
  chart: ReportChart | undefined
}

export type ReportChapter = { title: string; lead: readonly string[]; tables: readonly ReportTable[] }

/** 調査報告書 as a value: workbook, PDF and DOCX are made from it. The same data give the same report. */
export type SurveyReport = {
  title: string
  municipalityName: string
  isInvented: boolean
  /** The day the report says: the last of the survey, so that it never changes. */
  date: string
  dataHash: string
  facts: readonly (readonly [string, string])[]
  chapters: readonly ReportChapter[]
}

export type ReportSource = Source & {
  survey: Survey
  dataset: SurveyDataset
  notes: readonly string[]
  responses: ResponseStatistics
  municipalityName: string
  /** 経年比較, where an earlier survey was chosen. */
  waves?: ReportChapter | undefined
}
