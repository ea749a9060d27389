import { App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { MtlsMode, NamespaceMtls } from '../../src';
import { isRegistered, validateLate } from '../../src/tree/registration';

test('the first construct of ours marks its tree, and no other one', () => {
  const [one, other] = [new App(), new App()].map((app) => new Chart(app, 'chart', { namespace: 'production' }));
  expect(isRegistered(one)).toBe(false);
  new NamespaceMtls(one, 'strict', { mode: MtlsMode.STRICT });
  expect([isRegistered(one), isRegistered(other)]).toEqual([true, false]);
});

/** An App with charts, and how often its late value was asked for. */
function appWith(charts: number, problems: () => readonly string[]): { readonly app: App; asked(): number } {
  const app = new App();
  let asked = 0;
  for (let index = 0; index < charts; index++) new Chart(app, `chart-${index}`);
  validateLate(new Construct(app, 'late'), () => {
    asked += 1;
    return problems();
  });
  return { app, asked: () => asked };
}

test.each([1, 10, 100])('a late value is asked for once a synth with %d charts', (charts) => {
  const { app, asked } = appWith(charts, () => []);
  app.synthYaml();
  expect(asked()).toBe(1);
  app.synthYaml();
  expect(asked()).toBe(2);
});

test('a problem ends the synth, and is asked for again', () => {
  let problems = ['port 0 is wrong'];
  const { app, asked } = appWith(10, () => problems);
  expect(() => app.synthYaml()).toThrow('[late] port 0 is wrong');
  problems = [];
  app.synthYaml();
  expect(asked()).toBe(2);
});

test('nothing is kept where a synth does not end', () => {
  const { app, asked } = appWith(1, () => []);
  Testing.synth(app.node.children[0] as Chart);
  Testing.synth(app.node.children[0] as Chart);
  expect(asked()).toBe(2);
});
