<?php
// Prepended to each test: what gathers coverage has something to do in it.
match (getenv('BESIDE')) {
    'xdebug-coverage' => xdebug_start_code_coverage(XDEBUG_CC_UNUSED | XDEBUG_CC_DEAD_CODE),
    'pcov' => \pcov\start(),
    default => null,
};
