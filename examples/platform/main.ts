import { App } from 'cdk8s';
import { environment } from './environment';
import { MtlsMode } from 'cdk8s-istio-mtls';

const app = new App();
environment(app, 'staging', { mode: MtlsMode.PERMISSIVE, version: '2.1.0-rc.3' });
environment(app, 'production', { mode: MtlsMode.STRICT, version: '2.0.7' });
app.synth();
