import { Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { MtlsMode, WorkloadMtls } from '../../src';
import { chartIn, deployment, service, ServicePort } from './support/objects';

const NAMED = [{ name: 'web', containerPort: 8080 }, { name: 'admin', containerPort: 9090 }];
const WORKLOAD_PORTS = [80, 443, 8080, 9090];

const mode = fc.constantFrom(MtlsMode.STRICT, MtlsMode.PERMISSIVE, MtlsMode.DISABLE);
const overrides = fc.dictionary(fc.constantFrom(...WORKLOAD_PORTS.map(String)), fc.constantFrom(...Object.values(MtlsMode)), { minKeys: 1, noNullPrototype: true });
const ports = fc.uniqueArray(fc.record({
  port: fc.constantFrom(...WORKLOAD_PORTS),
  targetPort: fc.constantFrom(undefined, ...WORKLOAD_PORTS, 'web', 'admin'),
}, { noNullPrototype: true }), { selector: ({ port }) => port });

/** What Istio does with a policy, told in another way: the port's own word, unless it is UNSET. */
function accepted(own: MtlsMode, ofPorts: Record<string, MtlsMode>, port: ServicePort): MtlsMode {
  const target = typeof port.targetPort === 'string' ? NAMED.find(({ name }) => name === port.targetPort)!.containerPort : port.targetPort ?? port.port;
  const said = ofPorts[target] ?? MtlsMode.UNSET;
  return said === MtlsMode.UNSET ? own : said;
}

test('whatever the policy and the Service, clients send what each port accepts', () => {
  fc.assert(fc.property(mode, overrides, ports, (own, portOverrides, servicePorts) => {
    const chart = chartIn();
    new WorkloadMtls(chart, 'policy', {
      workload: deployment(chart, 'finance', NAMED), mode: own, portOverrides, pairedRule: { service: service(chart, 'finance-service', servicePorts) },
    });
    const { trafficPolicy } = Testing.synth(chart).find(({ kind }) => kind === 'DestinationRule').spec;
    for (const port of servicePorts) {
      const entry = trafficPolicy.portLevelSettings?.find((one: { port: { number: number } }) => one.port.number === port.port) ?? trafficPolicy;
      expect(entry.tls.mode).toBe(accepted(own, portOverrides, port) === MtlsMode.DISABLE ? 'DISABLE' : 'ISTIO_MUTUAL');
    }
  }), { numRuns: 1000 });
});
