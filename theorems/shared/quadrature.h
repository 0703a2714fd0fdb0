/* Integrals of smooth functions, with their errors. */
#ifndef DESCENT_QUADRATURE_H
#define DESCENT_QUADRATURE_H

#include <stddef.h>

struct estimate {
    double value, error;
};
/* Gauss and Legendre's sum. */
double legendre(double low, double high, size_t nodes,
                double (*f)(double, const void *), const void *with);
/* That of 1024 nodes; the error is its distance from that of 512, and room for
 * roundings. */
struct estimate integral(double low, double high,
                         double (*f)(double, const void *), const void *with);

#endif
