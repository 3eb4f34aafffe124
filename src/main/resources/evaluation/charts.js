"use strict";
(() => {
  const report = JSON.parse(document.getElementById("report").textContent);
  const percent = value => (100 * value).toFixed(0) + " %";
  const brand = "#17404a", warm = "#b3541e", soft = "#8a9499";
  const value = { type: "value", axisLabel: { formatter: percent }, min: 0 };
  const draw = (id, option) => {
    const place = document.getElementById(id);
    if (!place) return;
    const chart = echarts.init(place, null, { renderer: "svg" });
    chart.setOption(Object.assign({
      animation: false, color: [brand, warm, soft, "#5b8a72", "#6f5a8a"], legend: { top: 0 },
      grid: { left: 56, right: 24, top: 44, bottom: 56 }, tooltip: { trigger: "axis", renderMode: "richText" } }, option));
    addEventListener("resize", () => chart.resize());
  };
  const named = (name, axis) => Object.assign({ name: name, nameLocation: "middle", nameGap: 36 }, axis);
  if (report.reliability) draw("reliability", {
    xAxis: named("beregnet / calculated", Object.assign({ max: 1 }, value)),
    yAxis: named("observeret / observed", Object.assign({ max: 1 }, value)),
    series: [
      { name: "lige / equal", type: "line", symbol: "none", lineStyle: { type: "dashed" }, itemStyle: { color: soft }, data: [[0, 0], [1, 1]] },
      { name: "observeret / observed", type: "line", symbolSize: 8, itemStyle: { color: brand },
        data: report.reliability.map(bin => [bin.mean_probability, bin.observed_share]) }] });
  if (report.yields) draw("yields", {
    xAxis: named("læst / read", { type: "category", data: report.yields.map(each => percent(each.share)) }), yAxis: Object.assign({ max: 1 }, value),
    series: [
      { name: "præcision / precision", type: "line", symbolSize: 8, data: report.yields.map(each => each.precision.value) },
      { name: "genfinding / recall", type: "line", symbolSize: 8, data: report.yields.map(each => each.recall.value) }] });
  const levels = {};
  report.comparisons[0].groups.forEach(group => { levels[group.attribute] = (levels[group.attribute] || 0) + 1; });
  // Attributes with many levels have plots of their own.
  const groups = report.comparisons[0].groups.filter(group => !group.suppressed && !group.few && levels[group.attribute] <= 12).slice(0, 24);
  if (groups.length === 0 && document.getElementById("groups")) document.getElementById("groups").remove();
  draw("groups", {
    grid: { left: 56, right: 24, top: 44, bottom: 110 },
    xAxis: { type: "category", data: groups.map(group => group.attribute + ": " + group.level), axisLabel: { rotate: 40, interval: 0, width: 150, overflow: "truncate" } },
    yAxis: value,
    series: [
      { name: "fejlmarkeringer / false positives", type: "bar", data: groups.map(group => group.figures.false_positive_rate.value) },
      { name: "oversete / false negatives", type: "bar", data: groups.map(group => group.figures.false_negative_rate.value) }] });
  const digits = !report.distribution || report.distribution.every(bar => bar.to <= 1) ? 2 : 1;
  if (report.distribution) draw("distribution", {
    xAxis: named("score", { type: "category", data: report.distribution.map(bar => bar.from.toFixed(digits)) }), yAxis: { type: "value" },
    series: [
      { name: "uden udfald / without", type: "bar", stack: "all", itemStyle: { color: soft }, data: report.distribution.map(bar => bar.without) },
      { name: "med udfald / with", type: "bar", stack: "all", itemStyle: { color: warm }, data: report.distribution.map(bar => bar.with_outcome) }] });
  if (report.net_benefit) draw("benefit", {
    xAxis: named("tærskel / threshold", Object.assign({ max: 0.8 }, value)), yAxis: { type: "value", min: -0.05 },
    series: [
      { name: "scoren / the score", type: "line", symbol: "none", data: report.net_benefit.map(at => [at.threshold, at.model]) },
      { name: "alle læses / everybody", type: "line", symbol: "none", data: report.net_benefit.filter(at => at.all > -0.05).map(at => [at.threshold, at.all]) }] });
})();
