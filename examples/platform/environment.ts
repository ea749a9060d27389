import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { WebService } from './web-service';
import { MeshProfile, MeshWideMtls, MtlsMode } from 'cdk8s-istio-mtls';

export interface EnvironmentProps {
  /** What workloads without a policy of their own accept. */
  readonly mode: MtlsMode;
  readonly version: string;
}

/** One cluster. Both of its charts name the same mesh, so nothing in it conflicts with another environment. */
export function environment(app: App, name: string, props: EnvironmentProps): void {
  const mesh = chartOf(app, name, 'mesh');
  new MeshWideMtls(mesh, 'default-mode', { mode: props.mode });
  new kplus.Namespace(mesh, 'shop', { metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } });

  const shop = chartOf(app, name, 'shop', 'shop');
  new WebService(shop, 'checkout', { image: `images.example/checkout:${props.version}`, team: 'checkout' });
  new WebService(shop, 'ledger', {
    image: `images.example/ledger:${props.version}`,
    team: 'finance',
    plaintext: { owner: 'finance', reason: 'the ledger speaks a protocol of its own', reviewBy: '2027-03-31', ticket: 'FIN-88' },
  });
}

function chartOf(app: App, mesh: string, part: string, namespace?: string): Chart {
  const chart = new Chart(app, `${mesh}-${part}`, { namespace });
  new MeshProfile(chart, 'profile', { mesh, rootNamespace: 'istio-system' });
  return chart;
}
