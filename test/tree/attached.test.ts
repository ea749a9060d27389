import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { isAttached } from '../../src/tree/attached';

test('a construct is attached until it, or a construct above it, is removed', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  const construct = new Construct(new Construct(chart, 'template'), 'construct');
  expect([isAttached(construct), isAttached(app)]).toEqual([true, true]);
  chart.node.tryRemoveChild('template');
  expect([isAttached(construct), isAttached(chart)]).toEqual([false, true]);
});

test('another construct in its place does not count for it', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  app.node.tryRemoveChild('chart');
  new Chart(app, 'chart');
  expect(isAttached(chart)).toBe(false);
});
