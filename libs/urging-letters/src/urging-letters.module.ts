import { Module } from '@nestjs/common';
import { LetterTemplateHandler, UrgingLetterHandler } from './urging-letter.handler.js';

@Module({ providers: [UrgingLetterHandler, LetterTemplateHandler] })
export class UrgingLettersModule {}
