import example from '../../docs/formats/survey-dataset.example.json' with { type: 'json' }

/** The example of the format: eight answers in two districts. */
export const smallSurvey = example
