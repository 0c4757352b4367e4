# The same projections with the matrices of R: a Leslie matrix a sex and period for one city, and all towns at once
# as columns. Called by bench/demography-r.ts: Rscript bench/demography.R FILE RUNS; FILE holds one number a line:
# groups, periods, towns; then for each town the base of men and women, and for each period the ratios of men and women
# (survival and net migration together, index 0 unused), the child-woman ratio and the sex ratio of the children.
given <- commandArgs(trailingOnly = TRUE)
numbers <- scan(given[1], quiet = TRUE)
runs <- as.integer(given[2])
n <- numbers[1]; periods <- numbers[2]; towns <- numbers[3]
perTown <- 2 * n + periods * (2 * n + 2)
town <- matrix(numbers[-(1:3)], nrow = perTown)
baseM <- town[1:n, , drop = FALSE]; baseF <- town[(n + 1):(2 * n), , drop = FALSE]
part <- function(period, from, to) town[2 * n + (period - 1) * (2 * n + 2) + (from:to), , drop = FALSE]
fertile <- 4:10

leslie <- function(ratios) {
  L <- matrix(0, n, n)
  for (i in 2:n) L[i, i - 1] <- ratios[i]
  L[n, n] <- ratios[n]
  L
}

# One city: matrices made before, as the plan of the engine is.
M <- lapply(1:periods, function(k) leslie(part(k, 1, n)[, 1]))
F <- lapply(1:periods, function(k) leslie(part(k, n + 1, 2 * n)[, 1]))
cwr <- sapply(1:periods, function(k) part(k, 2 * n + 1, 2 * n + 1)[1])
ratio <- sapply(1:periods, function(k) part(k, 2 * n + 2, 2 * n + 2)[1])
project <- function() {
  m <- baseM[, 1]; f <- baseF[, 1]
  for (k in 1:periods) {
    m <- M[[k]] %*% m; f <- F[[k]] %*% f
    children <- cwr[k] * sum(f[fertile])
    m[1] <- children * ratio[k] / (1 + ratio[k]); f[1] <- children / (1 + ratio[k])
  }
  sum(m) + sum(f)
}
invisible(project())
time <- system.time(for (run in 1:runs) total <- project())[["elapsed"]]

# All towns: every step is one multiplication of whole tables.
all <- function() {
  m <- baseM; f <- baseF
  for (k in 1:periods) {
    step <- function(p, r) {
      grown <- p[1:(n - 1), , drop = FALSE] * r[2:n, , drop = FALSE]
      grown[n - 1, ] <- (p[n - 1, ] + p[n, ]) * r[n, ]
      rbind(0, grown)
    }
    m <- step(m, part(k, 1, n)); f <- step(f, part(k, n + 1, 2 * n))
    children <- part(k, 2 * n + 1, 2 * n + 1)[1, ] * colSums(f[fertile, , drop = FALSE])
    boys <- part(k, 2 * n + 2, 2 * n + 2)[1, ]
    m[1, ] <- children * boys / (1 + boys); f[1, ] <- children / (1 + boys)
  }
  sum(m) + sum(f)
}
everyone <- all()
allTime <- system.time(for (run in 1:5) everyone <- all())[["elapsed"]] / 5
cat(format(c(time / runs * 1e6, total, allTime * 1000, everyone), digits = 15, scientific = FALSE), "\n")
