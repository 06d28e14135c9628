import codes from '../../../data/codes/i-statements.json' with { type: 'json' }

export type StrategyOutcome = 'recognised' | 'life_of_my_own' | 'well'

export type IStatement = {
  readonly id: string
  readonly outcome: StrategyOutcome
  readonly label: string
}

/** What carers should be able to say of themselves; each goal of a plan serves one. */
export const iStatements = codes.items as readonly IStatement[]

export const strategyOutcomes: Record<StrategyOutcome, string> = {
  recognised: 'Recognised and valued',
  life_of_my_own: 'A life of my own',
  well: 'Supported to be mentally and physically well',
}

/** The statement in words; an id that is no longer on the list stands for itself. */
export function iStatement(id: string): string {
  return iStatements.find((statement) => statement.id === id)?.label ?? id
}
