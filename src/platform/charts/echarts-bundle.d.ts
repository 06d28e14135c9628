/** The whole of ECharts in one file, which the package ships without types of its own. */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts'
}
