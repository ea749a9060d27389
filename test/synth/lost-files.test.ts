import { App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { MtlsFindings, MtlsMode, NamespaceMtls } from '../../src/index';
import { AppAnalysis } from '../../src/synth/app-analysis';
import { provideAppValidation } from '../../src/tree/app-validation';

beforeEach(() => provideAppValidation(new AppAnalysis({ say: () => undefined })));

/** Two namespaces, each with a policy called `default`. */
function twoDefaults(yamlOutputType: YamlOutputType, chartsOf: (app: App) => readonly Chart[] = (app) => ['a', 'b'].map((id) => new Chart(app, id))): App {
  const app = new App({ outdir: Testing.app().outdir, yamlOutputType });
  const charts = chartsOf(app);
  ['team-a', 'team-b'].forEach((namespace, index) => new NamespaceMtls(charts[index], `policy-${index}`, { namespace, mode: MtlsMode.STRICT }));
  return app;
}

const oneChart = (app: App) => {
  const chart = new Chart(app, 'all');
  return [chart, chart];
};

test.each([
  ['one file a resource', () => twoDefaults(YamlOutputType.FILE_PER_RESOURCE), '[b/policy-1]'],
  ['one folder a chart, and one chart', () => twoDefaults(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, oneChart), '[all/policy-1]'],
])('%s loses one of two policies called default', (_, app, where) => {
  expect(() => app().synth()).toThrow(`${where} MTLS103 duplicate-object: the file PeerAuthentication.default is written 2 times and only the last object stays`);
});

test.each([
  ['one file a chart', () => twoDefaults(YamlOutputType.FILE_PER_CHART)],
  ['one file for all', () => twoDefaults(YamlOutputType.FILE_PER_APP)],
  ['one folder a chart, and a chart for each namespace', () => twoDefaults(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE)],
])('%s keeps both', (_, app) => {
  app().synth();
});

test('it can be acknowledged like any finding', () => {
  const app = twoDefaults(YamlOutputType.FILE_PER_RESOURCE);
  MtlsFindings.of(app).acknowledge({ id: 'MTLS103', reason: 'only the last one is wanted' });
  app.synth();
});
