import {
  accumulationLabels,
  basisLabels,
  directionLabels,
  indicatorKindLabels,
  sourceKindLabels,
} from '../labels.ts'
import { wordList } from './sheet-column.ts'

export const indicatorKinds = wordList(indicatorKindLabels)
export const directions = wordList(directionLabels)
export const accumulations = wordList(accumulationLabels)
export const sourceKinds = wordList(sourceKindLabels)
export const bases = wordList(basisLabels)
export const targetKinds = wordList({ value: '値', range: '範囲を保つ', 'monitor-only': '経過を見る' })
export const deliveries = wordList({
  direct: '直営',
  contracted: '委託',
  'designated-manager': '指定管理',
  subsidy: '補助・負担',
  loan: '貸付',
})
export const newOrContinued = wordList({ new: '新規', continued: '継続' })
export const certainties = wordList({ settled: '決算', budget: '予算', estimate: '見込み' })
