/* The first lines of the ledger's tables, which its writer and its reader share. */
#ifndef DESCENT_HEADER_H
#define DESCENT_HEADER_H

enum { RESULTS_COLUMNS = 18, CONSTANTS_COLUMNS = 16 };

static const char results_header[] = "theorem,claim,kind,problem,method,case,k,runs,estimate,lower,upper,bound,sense,"
                                     "ratio,evidence,verdict,expected,seed";
static const char constants_header[] =
    "theorem,claim,problem,method,case,rows,alpha,L,mu,gap_0,sigma2,distance,noise,steps,power,says";

#endif
