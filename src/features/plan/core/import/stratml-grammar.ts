/** The order of children the schemas of StratML Part 1 (ISO 17469-1) and Part 2 (ANSI/AIIM 22) demand. */
export const childOrder: Readonly<Record<string, readonly string[]>> = {
  StrategicPlan: [
    'Name',
    'Description',
    'OtherInformation',
    'StrategicPlanCore',
    'AdministrativeInformation',
  ],
  PerformancePlanOrReport: [
    'Name',
    'Description',
    'OtherInformation',
    'StrategicPlanCore',
    'AdministrativeInformation',
    'Submitter',
  ],
  StrategicPlanCore: ['Organization', 'Vision', 'Mission', 'Value', 'Goal'],
  Organization: ['Name', 'Acronym', 'Identifier', 'Description', 'Stakeholder'],
  Vision: ['Description', 'Identifier'],
  Mission: ['Description', 'Identifier'],
  Value: ['Name', 'Description'],
  Goal: [
    'Name',
    'Description',
    'Identifier',
    'SequenceIndicator',
    'Stakeholder',
    'OtherInformation',
    'Objective',
  ],
  Objective: [
    'Name',
    'Description',
    'Identifier',
    'SequenceIndicator',
    'Stakeholder',
    'OtherInformation',
    'PerformanceIndicator',
    'Objective',
  ],
  Stakeholder: ['Name', 'Description', 'Role'],
  Role: ['Name', 'Description', 'RoleType'],
  AdministrativeInformation: ['Identifier', 'StartDate', 'EndDate', 'PublicationDate', 'Source', 'Submitter'],
  Submitter: ['Identifier', 'GivenName', 'Surname', 'PhoneNumber', 'EmailAddress'],
  PerformanceIndicator: [
    'SequenceIndicator',
    'MeasurementDimension',
    'UnitOfMeasurement',
    'Identifier',
    'Relationship',
    'MeasurementInstance',
    'OtherInformation',
  ],
  Relationship: ['Identifier', 'ReferentIdentifier', 'Name', 'Description', 'RelationshipType'],
  MeasurementInstance: ['TargetResult', 'ActualResult'],
  TargetResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  ActualResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  Descriptor: ['DescriptorName', 'DescriptorValue'],
}

/** Names of earlier drafts, and what they are called now. */
export const oldNames: Readonly<Record<string, string>> = {
  FirstName: 'GivenName',
  LastName: 'Surname',
  Phone: 'PhoneNumber',
  Email: 'EmailAddress',
}

export const namespaces = {
  'urn:ISO:std:iso:17469:tech:xsd:stratml_core': 'current',
  'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport': 'current',
  'http://www.stratml.net': 'old',
  'http://www.stratml.net/PerformancePlanOrReport': 'old',
  '': 'old',
} as const
