import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }

const file = new URL('../../../test/fixtures/fhir/fhir-r4.schema.json', import.meta.url)
const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addMetaSchema(draft06)
ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')) as object, 'fhir')

const validators = new Map<string, ValidateFunction>()

/** Fails where a resource is not as HL7's published schema of R4 has it; gives it back. */
export function validated<T extends { readonly resourceType: string }>(resource: T): T {
  const { resourceType } = resource
  const validate =
    validators.get(resourceType) ?? ajv.compile({ $ref: `fhir#/definitions/${resourceType}` })
  validators.set(resourceType, validate)
  const [fault] = validate(resource) ? [] : (validate.errors ?? [])
  const words = fault && `${resourceType}${fault.instancePath} ${fault.message}`
  assert.equal(words, undefined)
  return resource
}
