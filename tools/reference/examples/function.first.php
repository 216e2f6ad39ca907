<?php

use function Uvstream\{delay, first};

echo first([
    function () { throw new RuntimeException('this mirror is down'); },
    function () { delay(60); return 'a slow one'; },
    function () { delay(0.01); return 'the fast one'; },
]), "\n";

/* Output:
the fast one
*/
