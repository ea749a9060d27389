import { contextsOfManifests } from './contexts-of-manifests';
import { manifestsOf } from './mesh-of';
import { declaresPort, portMappings } from '../../../src/checks/support/workload-ports';

const [{ mesh }] = contextsOfManifests(manifestsOf(`
apiVersion: v1
kind: Service
metadata: { name: web, namespace: production }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }, { port: 81, targetPort: gone }, { port: 82, targetPort: 9090 }, { port: 83 }] }
---
apiVersion: v1
kind: Service
metadata: { name: web-peers, namespace: production }
spec: { clusterIP: None, selector: { app: web }, ports: [{ port: 90, targetPort: 9090 }] }
---
apiVersion: v1
kind: Service
metadata: { name: other, namespace: production }
spec: { selector: { app: other }, ports: [{ port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: web, namespace: production }
spec: { ingress: [{ port: { number: 7070, protocol: HTTP, name: http } }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: production, labels: { app: web } }
spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
`));
const [workload] = mesh.workloads;

test('every Service port that leads to the pods, and where it arrives', () => {
  expect(portMappings(mesh, workload).map(({ service, servicePort, workloadPort }) => [service.name, servicePort, workloadPort])).toEqual([
    ['web', 80, 8080], ['web', 81, undefined], ['web', 82, 9090], ['web', 83, 83], ['web-peers', 90, 90],
  ]);
});

test.each([[8080, true], [7070, true], [9090, false], [80, false]])('port %d is declared: %s', (port, declared) => {
  expect(declaresPort(mesh, workload, port)).toBe(declared);
});
