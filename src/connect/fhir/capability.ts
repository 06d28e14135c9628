import { assertionAlgorithms } from '#share/systems/assertion.ts'
import { allScopes } from '#share/systems/scopes.ts'
import { tokenPath } from '#share/systems/token-path.ts'
import { fhirPath, profiles, type Resource, resourceTypes } from './fhir.ts'
import { readings } from './reading.ts'

/** What this door can do, for machines and their makers. */
export function capabilityStatement(baseUrl: string): Resource {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    software: { name: 'Alongside', version: '0.1.0' },
    implementation: {
      description: 'Alongside, the open carers’ hub',
      url: `${baseUrl}${fhirPath}`,
    },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'A system sees what its organisation may see: who agreed to it, and the referrals it sent. Telephone and e-mail are left out where the carer said not to use them, or where contact must be made with care.',
        security: {
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          description: 'SMART Backend Services: private_key_jwt for a token of five minutes',
        },
        resource: resourceTypes.map(resourceCapability),
        interaction: [{ code: 'transaction' }],
      },
    ],
  }
}

function resourceCapability(type: (typeof resourceTypes)[number]) {
  const supportedProfile = type in profiles ? [profiles[type as keyof typeof profiles]] : []
  const creates = type === 'ServiceRequest'
  return {
    type,
    ...(supportedProfile.length === 0 ? {} : { supportedProfile }),
    interaction: [
      { code: 'read' },
      { code: 'search-type' },
      ...(creates
        ? [
            {
              code: 'create',
              documentation:
                'Contained Patient and Consent (active; purpose outcome where the sender may hear of the outcome). Under one identifier there is one request: sent again it is answered 200.',
            },
          ]
        : []),
    ],
    ...(creates ? { conditionalCreate: true } : {}),
    searchParam: Object.entries(readings[type].parameters).map(([name, parameter]) => ({
      name,
      ...parameter,
    })),
  }
}

/** Where and how a system gets its token (SMART App Launch 2.2, `.well-known/smart-configuration`). */
export function smartConfiguration(baseUrl: string) {
  return {
    token_endpoint: `${baseUrl}${tokenPath}`,
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    scopes_supported: allScopes,
    capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],
  }
}
