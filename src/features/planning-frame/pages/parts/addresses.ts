/** The addresses of the planning-frame room. */
export const frameAddress = '/staff/frame'
export const newScenarioAddress = `${frameAddress}/new`
export const madeAddress = `${frameAddress}/made`
export const countsAddress = `${frameAddress}/counts`
export const districtsAddress = `${frameAddress}/districts`
export const usesAddress = `${frameAddress}/uses`
export const comparisonAddress = `${frameAddress}/comparison`
export const scenarioAddress = (scenarioId: string) => `${frameAddress}/${scenarioId}`
export const assumptionsAddress = (scenarioId: string) => `${scenarioAddress(scenarioId)}/assumptions`
export const householdsAddress = (scenarioId: string) => `${scenarioAddress(scenarioId)}/households`
export const adoptionAddress = (scenarioId: string) => `${scenarioAddress(scenarioId)}/adoption`

export const frameCrumb = { label: '計画フレーム', href: frameAddress }
