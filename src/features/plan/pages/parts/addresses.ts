/** The addresses of plan work. Ids only, so that they stay when numbers and names change. */
export const planAddress = (planId: string) => `/staff/plans/${planId}`
export const itemAddress = (planId: string, itemId: string) => `/staff/plans/${planId}/items/${itemId}`
export const indicatorAddress = (planId: string, indicatorId: string) =>
  `/staff/plans/${planId}/indicators/${indicatorId}`
export const conceptAddress = (planId: string) => `/staff/plans/${planId}/concept`
export const lintAddress = (planId: string) => `/staff/lint/${planId}`
export const versionsAddress = (planId: string) => `/staff/versions/${planId}`
export const versionDecisionAddress = (planId: string, versionId: string) =>
  `${versionsAddress(planId)}/${versionId}/decision`
export const workbookAddress = (planId: string) => `/staff/plans/${planId}/workbook`
export const comparisonAddress = (planId: string) => `/staff/plans/${planId}/diff`
export const projectsAddress = (planId: string) => `/staff/projects/${planId}`
export const dataPointsAddress = (planId: string) => `/staff/figures/${planId}`
