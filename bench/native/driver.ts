/**
 * C around the generated model: CVODE in three configurations and the native step loop, all over the same list of
 * boundaries. Reads a plan (doubles: boundary count; then per boundary time, inputs, slopes, jumps; before them start
 * state, parameters and absolute tolerances), writes the state that arrived at each boundary before its jumps.
 *
 * Usage: driver PLAN OUT METHOD RTOL ATOL_FACTOR REPEATS; prints one JSON line. Times are processor time and leave reading and
 * writing out.
 */
export const NATIVE_DRIVER = `
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#ifdef WITH_CVODE
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>
#endif

enum { ROW = 1 + 2 * ZONULA_INPUTS + ZONULA_STATES };
static number m[ZONULA_SLOTS] __attribute__((aligned(64)));
static double *plan;
static int boundary_count;
static double *arrived;
static double atol_factor = 1.0;
static long steps, rejected, evaluations;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}
static const double *start_state(void) { return plan + 1; }
static const double *parameters(void) { return plan + 1 + ZONULA_STATES; }
static const double *tolerances(void) { return plan + 1 + ZONULA_STATES + ZONULA_PARAMETERS; }
static const double *boundary(int i) { return tolerances() + ZONULA_STATES + (size_t)i * ROW; }

static void begin(void) {
  for (int i = 0; i < ZONULA_STATES; i++) {
    m[ZONULA_AT_STATE + i] = all(start_state()[i]);
    m[ZONULA_AT_ABSOLUTE_TOLERANCE + i] = all(tolerances()[i] * atol_factor);
  }
  for (int i = 0; i < ZONULA_PARAMETERS; i++) m[ZONULA_AT_PARAMETERS + i] = all(parameters()[i]);
  zonula_prepare(m);
  steps = rejected = evaluations = 0;
}
static void cross(int b) {
  const double *row = boundary(b);
  m[ZONULA_AT_INPUT_TIME] = all(row[0]);
  for (int i = 0; i < ZONULA_INPUTS; i++) {
    m[ZONULA_AT_INPUTS + i] = all(row[1 + i]);
    m[ZONULA_AT_SLOPES + i] = all(row[1 + ZONULA_INPUTS + i]);
  }
}

/* As GeneratedKernel.stiffness. */
static double stretch_of_step(double h) {
  double worst = 0.0;
  for (int lane = 0; lane < ZONULA_LANES; lane++) {
    double slope = 0.0, distance = 0.0;
    for (int i = 0; i < ZONULA_STATES; i++) {
      const double value = lane_of(m[ZONULA_AT_CANDIDATE + i], lane);
      const double weight = 1.0 / (lane_of(m[ZONULA_AT_ABSOLUTE_TOLERANCE + i], lane) + fabs(value));
      const double k = (lane_of(m[ZONULA_AT_K7 + i], lane) - lane_of(m[ZONULA_AT_K6 + i], lane)) * weight;
      const double y = (value - lane_of(m[ZONULA_AT_STAGE + i], lane)) * weight;
      slope += k * k;
      distance += y * y;
    }
    if (distance > 0.0) worst = fmax(worst, h * sqrt(slope / distance));
  }
  return worst;
}

/* The same control as src/solver/step-control.ts, so that native and generated engines take the same steps. */
static int run_native(const char *method, double rtol) {
  const int wide = strcmp(method, "wide5") == 0;
  const int explicit = wide || strcmp(method, "tsit5") == 0;
  const int rodas4 = strcmp(method, "rodas4p") == 0;
  const double order = rodas4 ? 4.0 : 5.0;
  double proposed = 0.01, last_norm = 1e-4, fastest_rate = 0.0;
  int after_failure = 0;
  m[ZONULA_AT_RELATIVE_TOLERANCE] = all(rtol);
  for (int b = 0; b + 1 < boundary_count; b++) {
    cross(b);
    const double *jumps = boundary(b) + 1 + 2 * ZONULA_INPUTS;
    for (int i = 0; i < ZONULA_STATES; i++) m[ZONULA_AT_STATE + i] = m[ZONULA_AT_STATE + i] + all(jumps[i]);
    double t = boundary(b)[0];
    const double to = boundary(b + 1)[0];
    int fresh = 0;
    last_norm = 1e-4;
    while (t < to) {
      const double left = to - t;
      if (wide && fastest_rate > 0.0 && proposed > 5.3 / fastest_rate) proposed = 5.3 / fastest_rate;
      double h = proposed;
      int cut = 0;
      if (proposed * 1.05 >= left) { h = left; cut = proposed > left; }
      else if (proposed * 2 > left) { h = left / 2; cut = 1; }
      m[ZONULA_AT_TIME] = all(t);
      m[ZONULA_AT_STEP] = all(h);
      if (explicit) {
        if (!fresh) { tsit5Begin(m); evaluations++; fresh = 1; }
        if (wide) wide5Step(m); else tsit5Step(m);
        evaluations += 6;
      } else {
        if (!fresh) { linearise(m); evaluations++; fresh = 1; }
        if (rodas4) rodas4pStep(m); else rodas5pStep(m);
        evaluations += rodas4 ? 5 : 7;
      }
      const double norm = worst_norm(m, !explicit);
      if (norm <= 1.0) {
        t = h >= left ? to : t + h;
        if (wide && (steps + 1) % 4 == 0) {
          const double rate = stretch_of_step(h) / h;
          fastest_rate = rate > 0.99 * fastest_rate ? rate : 0.99 * fastest_rate;
        }
        memcpy(m + ZONULA_AT_STATE, m + ZONULA_AT_CANDIDATE, ZONULA_STATES * sizeof(number));
        if (explicit) memcpy(m + ZONULA_AT_K1, m + ZONULA_AT_K7, ZONULA_STATES * sizeof(number));
        else fresh = 0;
        const double error = norm > 1e-10 ? norm : 1e-10;
        double factor = 0.9 * pow(error, -0.7 / order) * pow(last_norm, 0.4 / order);
        factor = factor > 5.0 ? 5.0 : factor < 0.2 ? 0.2 : factor;
        if (after_failure && factor > 1.0) factor = 1.0;
        const double next = h * factor;
        proposed = cut && proposed > next ? proposed : next;
        last_norm = error > 1e-4 ? error : 1e-4;
        after_failure = 0;
        steps++;
      } else {
        double factor = isnan(norm) ? 0.5 : 0.9 * pow(norm, -1.0 / order);
        proposed = h * (factor > 0.9 ? 0.9 : factor < 0.2 ? 0.2 : factor);
        after_failure = 1;
        rejected++;
        if (!(proposed > 1e-12)) return 1;
      }
    }
    for (int i = 0; i < ZONULA_STATES; i++)
      arrived[(size_t)b * ZONULA_STATES + i] = lane_of(m[ZONULA_AT_STATE + i], ZONULA_LANES - 1);
  }
  return 0;
}

#ifdef WITH_CVODE
static int right_hand_side(realtype t, N_Vector y, N_Vector ydot, void *data) {
  (void)data;
  zonula_derivatives(m, t, N_VGetArrayPointer(y), N_VGetArrayPointer(ydot));
  return 0;
}
static int dense_jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *d, N_Vector a, N_Vector b, N_Vector c) {
  (void)fy; (void)d; (void)a; (void)b; (void)c;
  zonula_jacobian_dense(m, t, N_VGetArrayPointer(y), SUNDenseMatrix_Data(J));
  return 0;
}
static int sparse_jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *d, N_Vector a, N_Vector b, N_Vector c) {
  (void)fy; (void)d; (void)a; (void)b; (void)c;
  sunindextype *pointers = SUNSparseMatrix_IndexPointers(J);
  sunindextype *rows = SUNSparseMatrix_IndexValues(J);
  for (int i = 0; i <= ZONULA_STATES; i++) pointers[i] = zonula_column_pointers[i];
  for (int i = 0; i < ZONULA_JACOBIAN_ENTRIES; i++) rows[i] = zonula_row_indices[i];
  zonula_jacobian_csc(m, t, N_VGetArrayPointer(y), SUNSparseMatrix_Data(J));
  return 0;
}
static int run_cvode(const char *method, double rtol) {
  const int adams = strcmp(method, "adams") == 0;
  const int sparse = strcmp(method, "bdf-klu") == 0;
  SUNContext context;
  if (SUNContext_Create(NULL, &context)) return 1;
  N_Vector y = N_VNew_Serial(ZONULA_STATES, context);
  N_Vector atol = N_VNew_Serial(ZONULA_STATES, context);
  memcpy(N_VGetArrayPointer(y), start_state(), sizeof(double) * ZONULA_STATES);
  for (int i = 0; i < ZONULA_STATES; i++) NV_Ith_S(atol, i) = tolerances()[i] * atol_factor;
  void *solver = CVodeCreate(adams ? CV_ADAMS : CV_BDF, context);
  SUNMatrix matrix = NULL;
  SUNLinearSolver linear = NULL;
  SUNNonlinearSolver nonlinear = NULL;
  int failed = CVodeInit(solver, right_hand_side, boundary(0)[0], y) || CVodeSVtolerances(solver, rtol, atol) ||
               CVodeSetMaxNumSteps(solver, 100000000);
  if (adams) {
    nonlinear = SUNNonlinSol_FixedPoint(y, 0, context);
    failed = failed || CVodeSetNonlinearSolver(solver, nonlinear);
  } else if (sparse) {
    matrix = SUNSparseMatrix(ZONULA_STATES, ZONULA_STATES, ZONULA_JACOBIAN_ENTRIES + ZONULA_STATES, CSC_MAT, context);
    linear = SUNLinSol_KLU(y, matrix, context);
    failed = failed || CVodeSetLinearSolver(solver, linear, matrix) || CVodeSetJacFn(solver, sparse_jacobian);
  } else {
    matrix = SUNDenseMatrix(ZONULA_STATES, ZONULA_STATES, context);
    linear = SUNLinSol_Dense(y, matrix, context);
    failed = failed || CVodeSetLinearSolver(solver, linear, matrix) || CVodeSetJacFn(solver, dense_jacobian);
  }
  for (int b = 0; b + 1 < boundary_count && !failed; b++) {
    cross(b);
    const double *jumps = boundary(b) + 1 + 2 * ZONULA_INPUTS;
    double *values = N_VGetArrayPointer(y);
    for (int i = 0; i < ZONULA_STATES; i++) values[i] += jumps[i];
    const double to = boundary(b + 1)[0];
    double t = boundary(b)[0];
    failed = CVodeReInit(solver, t, y) || CVodeSetStopTime(solver, to) || CVode(solver, to, y, &t, CV_NORMAL) < 0;
    long count = 0;
    CVodeGetNumSteps(solver, &count);
    steps += count;
    CVodeGetNumRhsEvals(solver, &count);
    evaluations += count;
    memcpy(arrived + (size_t)b * ZONULA_STATES, N_VGetArrayPointer(y), sizeof(double) * ZONULA_STATES);
  }
  CVodeFree(&solver);
  if (linear) SUNLinSolFree(linear);
  if (matrix) SUNMatDestroy(matrix);
  if (nonlinear) SUNNonlinSolFree(nonlinear);
  N_VDestroy(y);
  N_VDestroy(atol);
  SUNContext_Free(&context);
  return failed;
}
#endif

int main(int argc, char **argv) {
  if (argc < 7) return 2;
  FILE *in = fopen(argv[1], "rb");
  if (!in) return 3;
  fseek(in, 0, SEEK_END);
  const long size = ftell(in);
  rewind(in);
  plan = malloc(size);
  if (!plan || fread(plan, 1, size, in) != (size_t)size) return 3;
  fclose(in);
  boundary_count = (int)plan[0];
  arrived = calloc((size_t)boundary_count * ZONULA_STATES, sizeof(double));
  const char *method = argv[3];
  const double rtol = atof(argv[4]);
  atol_factor = atof(argv[5]);
  double best = 1e300;
  for (int repeat = 0; repeat < atoi(argv[6]); repeat++) {
    begin();
    const double started = now();
    int failed;
#ifdef WITH_CVODE
    if (strcmp(method, "adams") == 0 || strncmp(method, "bdf", 3) == 0) failed = run_cvode(method, rtol);
    else
#endif
      failed = run_native(method, rtol);
    const double took = now() - started;
    if (failed) return 5;
    if (took < best) best = took;
  }
  FILE *out = fopen(argv[2], "wb");
  if (!out) return 4;
  fwrite(arrived, sizeof(double), (size_t)(boundary_count - 1) * ZONULA_STATES, out);
  fclose(out);
  printf("{\\"milliseconds\\": %.4f, \\"steps\\": %ld, \\"rejected\\": %ld, \\"evaluations\\": %ld}\\n", best, steps, rejected, evaluations);
  return 0;
}
`;
