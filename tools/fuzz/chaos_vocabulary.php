<?php
// The lines that programs of tasks are made of, and how often each comes. {number N} is less than N, <body> is one of the
// bodies that stand after the one in which the line is (so that no program runs for ever), <time> some milliseconds.
declare(strict_types=1);

const CHAOS_LINES = [
    'put({number 5})' => 14,
    'take({number 5})' => 14,
    'take_each({number 5}, {number 4})' => 3,
    'close_channel({number 5})' => 1,
    'locked(<body>)' => 3,
    'say({number 8}, {number 2}, {number 60})' => 12,
    'say({number 8}, {number 2}, {number 9000})' => 2,
    'hear({number 8}, {number 2})' => 12,
    'look_at({number 8}, {number 2}, <time>)' => 3,
    'hang_up({number 8}, {number 2})' => 1,
    'close_pipe({number 8}, {number 2})' => 1,
    'pour({number 3}, {number 100})' => 2,
    'pour({number 3}, {number 300000})' => 2,
    'drink({number 3}, {number 9000})' => 4,
    'gulp({number 3}, {number 90000})' => 2,
    'sip({number 3})' => 4,
    'dial()' => 3,
    'answer()' => 3,
    'pause(<time>)' => 6,
    'pause(0)' => 6,
    'doze(<time>)' => 3,
    'start(<body>)' => 16,
    'await({number 8})' => 6,
    'await({number 8}, <time>)' => 4,
    'cancel({number 8})' => 5,
    'forget({number 8})' => 2,
    'in_timeout(<time>, <body>)' => 5,
    'in_group(<body>, <limit>)' => 4,
    'start_in_group(<body>)' => 8,
    'cancel_group()' => 1,
    'in_all([<body>, <body>, <body>], <limit>)' => 3,
    'in_first([<body>, <body>])' => 3,
    'in_run(<body>)' => 2,
    'fail()' => 2,
    'gc_collect_cycles()' => 1,
];

/** What may wait behind a shield: there programs are bounded by the deadline around all of them alone. */
const CHAOS_SHIELDS = ['in_shield(<time>, <body>)' => 3];

const CHAOS_VALUES = [
    'time' => ['0.0001', '0.0005', '0.001', '0.002', '0.005', '0.01'],
    'limit' => ['null', 'null', '1', '2', '3'],
];
