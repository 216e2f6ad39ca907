<?php

use function Uvstream\metrics;

header('Content-Type: application/openmetrics-text; version=1.0.0; charset=utf-8');
echo substr(metrics(), -6); // it ends so

/* Output:
# EOF
*/
